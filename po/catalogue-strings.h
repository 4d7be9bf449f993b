/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by catalogue-strings.py from the catalogues, for translators only: nothing includes it.
 */

/* Translators: ritual “One line at midday”, title */
NC_ ("catalogue", "One line at midday")
/* Translators: ritual “One line at midday”, summary */
NC_ ("catalogue", "A short message that says no more than: I thought of you. It asks nothing and needs no answer.")
/* Translators: ritual “One line at midday”, when-then */
NC_ ("catalogue", "When lunch is over, I write one friendly line.")
/* Translators: ritual “One line at midday”, smaller */
NC_ ("catalogue", "A single picture, or one word, is a line too.")
/* Translators: ritual “One line at midday”, step 1 */
NC_ ("catalogue", "Think of something small from today: the weather, a song, a joke.")
/* Translators: ritual “One line at midday”, step 2 */
NC_ ("catalogue", "Write one line without a question in it.")
/* Translators: ritual “One line at midday”, step 3 */
NC_ ("catalogue", "Send it and put the phone away. No answer is needed.")

/* Translators: ritual “Goodbye and hello again”, title */
NC_ ("catalogue", "Goodbye and hello again")
/* Translators: ritual “Goodbye and hello again”, summary */
NC_ ("catalogue", "Two short moments at the door, so that leaving and coming home are noticed.")
/* Translators: ritual “Goodbye and hello again”, when-then */
NC_ ("catalogue", "When one of us leaves or comes home, I put down what I am holding and say it properly.")
/* Translators: ritual “Goodbye and hello again”, smaller */
NC_ ("catalogue", "A look and a name from across the room.")
/* Translators: ritual “Goodbye and hello again”, step 1 */
NC_ ("catalogue", "Put down what is in your hands.")
/* Translators: ritual “Goodbye and hello again”, step 2 */
NC_ ("catalogue", "Say goodbye, or hello, with the other’s name.")
/* Translators: ritual “Goodbye and hello again”, step 3 */
NC_ ("catalogue", "In the morning, mention one thing the day will bring.")
/* Translators: ritual “Goodbye and hello again”, step 4 */
NC_ ("catalogue", "In the evening, wait a minute before anything practical.")

/* Translators: ritual “Five quiet minutes”, title */
NC_ ("catalogue", "Five quiet minutes")
/* Translators: ritual “Five quiet minutes”, summary */
NC_ ("catalogue", "A connection pause: five minutes in the same room, with nothing to solve.")
/* Translators: ritual “Five quiet minutes”, when-then */
NC_ ("catalogue", "When the plates are away, we sit down together for five minutes.")
/* Translators: ritual “Five quiet minutes”, smaller */
NC_ ("catalogue", "One minute, standing, with a cup in the hand.")
/* Translators: ritual “Five quiet minutes”, step 1 */
NC_ ("catalogue", "Put both phones in another room.")
/* Translators: ritual “Five quiet minutes”, step 2 */
NC_ ("catalogue", "Sit where you can see each other or the same view.")
/* Translators: ritual “Five quiet minutes”, step 3 */
NC_ ("catalogue", "Talk if you like, be quiet if you like. Plans and problems can wait.")
/* Translators: ritual “Five quiet minutes”, step 4 */
NC_ ("catalogue", "When the time is up, say thank you and get up.")
/* Translators: ritual “Five quiet minutes”, for one alone: summary */
NC_ ("catalogue", "Five minutes at the table with a free chair beside yours, nothing to solve and nothing to ask for.")
/* Translators: ritual “Five quiet minutes”, for one alone: when-then */
NC_ ("catalogue", "When the plates are away, I stay at the table for five minutes, whoever sits down with me.")
/* Translators: ritual “Five quiet minutes”, for one alone: step 1 */
NC_ ("catalogue", "Put your phone in another room.")
/* Translators: ritual “Five quiet minutes”, for one alone: step 2 */
NC_ ("catalogue", "Sit down where there is a second seat.")
/* Translators: ritual “Five quiet minutes”, for one alone: step 3 */
NC_ ("catalogue", "Talk if it comes, be quiet if it does not. Plans and problems can wait.")
/* Translators: ritual “Five quiet minutes”, for one alone: step 4 */
NC_ ("catalogue", "When the time is up, get up with a friendly word.")

/* Translators: ritual “Ten minutes, one question”, title */
NC_ ("catalogue", "Ten minutes, one question")
/* Translators: ritual “Ten minutes, one question”, summary */
NC_ ("catalogue", "A daily check-in: each of you has a few minutes to say how the day was, and the other listens.")
/* Translators: ritual “Ten minutes, one question”, when-then */
NC_ ("catalogue", "When the evening turns quiet, we ask each other how the day was.")
/* Translators: ritual “Ten minutes, one question”, smaller */
NC_ ("catalogue", "Each of you says three words about the day.")
/* Translators: ritual “Ten minutes, one question”, step 1 */
NC_ ("catalogue", "Agree on who begins today.")
/* Translators: ritual “Ten minutes, one question”, step 2 */
NC_ ("catalogue", "The first one has four minutes for how the day was. The other only listens.")
/* Translators: ritual “Ten minutes, one question”, step 3 */
NC_ ("catalogue", "Swap.")
/* Translators: ritual “Ten minutes, one question”, step 4 */
NC_ ("catalogue", "Use the rest to say one thing you look forward to tomorrow.")

/* Translators: ritual “One good thing before the light goes out”, title */
NC_ ("catalogue", "One good thing before the light goes out")
/* Translators: ritual “One good thing before the light goes out”, summary */
NC_ ("catalogue", "Noticing something small that went well, and saying it or writing it down.")
/* Translators: ritual “One good thing before the light goes out”, when-then */
NC_ ("catalogue", "When I set the alarm for the morning, I name one small thing that went well today.")
/* Translators: ritual “One good thing before the light goes out”, smaller */
NC_ ("catalogue", "Think of it without saying it.")
/* Translators: ritual “One good thing before the light goes out”, step 1 */
NC_ ("catalogue", "Look back over the day for something someone did.")
/* Translators: ritual “One good thing before the light goes out”, step 2 */
NC_ ("catalogue", "Say or write what it was, as plainly as you can.")
/* Translators: ritual “One good thing before the light goes out”, step 3 */
NC_ ("catalogue", "Add what it meant to you, if a word comes.")

/* Translators: ritual “The morning cup”, title */
NC_ ("catalogue", "The morning cup")
/* Translators: ritual “The morning cup”, summary */
NC_ ("catalogue", "The first cup of the day, together, before news and lists.")
/* Translators: ritual “The morning cup”, when-then */
NC_ ("catalogue", "When the kettle has boiled, we drink the first cup at one table.")
/* Translators: ritual “The morning cup”, smaller */
NC_ ("catalogue", "Bring the other a cup and go on with the morning.")
/* Translators: ritual “The morning cup”, step 1 */
NC_ ("catalogue", "One of you puts the kettle on.")
/* Translators: ritual “The morning cup”, step 2 */
NC_ ("catalogue", "Sit down at the same table, screens face down.")
/* Translators: ritual “The morning cup”, step 3 */
NC_ ("catalogue", "Drink it to the end. Silence is fine.")
/* Translators: ritual “The morning cup”, for one alone: summary */
NC_ ("catalogue", "The first cup of the day, sitting down, before news and lists.")
/* Translators: ritual “The morning cup”, for one alone: when-then */
NC_ ("catalogue", "When the kettle has boiled, I drink the first cup at the table, and pour a second one if somebody likes.")
/* Translators: ritual “The morning cup”, for one alone: smaller */
NC_ ("catalogue", "Bring somebody a cup and go on with the morning.")
/* Translators: ritual “The morning cup”, for one alone: step 1 */
NC_ ("catalogue", "Put the kettle on.")
/* Translators: ritual “The morning cup”, for one alone: step 2 */
NC_ ("catalogue", "Sit down at the table, screens face down.")

/* Translators: ritual “An hour without screens”, title */
NC_ ("catalogue", "An hour without screens")
/* Translators: ritual “An hour without screens”, summary */
NC_ ("catalogue", "One hour in the evening in which nothing glows and nothing rings.")
/* Translators: ritual “An hour without screens”, when-then */
NC_ ("catalogue", "When the clock says eight, we put our phones in the drawer for an hour.")
/* Translators: ritual “An hour without screens”, smaller */
NC_ ("catalogue", "A quarter of an hour with the phones in the drawer.")
/* Translators: ritual “An hour without screens”, step 1 */
NC_ ("catalogue", "Tell anyone who may need you how to reach you.")
/* Translators: ritual “An hour without screens”, step 2 */
NC_ ("catalogue", "Put phones and remote controls in one drawer.")
/* Translators: ritual “An hour without screens”, step 3 */
NC_ ("catalogue", "Do whatever you like, together or side by side.")
/* Translators: ritual “An hour without screens”, step 4 */
NC_ ("catalogue", "Take them out again when the hour is over, not before.")
/* Translators: ritual “An hour without screens”, for one alone: when-then */
NC_ ("catalogue", "When the clock says eight, I put my phone in the drawer for an hour.")
/* Translators: ritual “An hour without screens”, for one alone: smaller */
NC_ ("catalogue", "A quarter of an hour with the phone in the drawer.")
/* Translators: ritual “An hour without screens”, for one alone: step 2 */
NC_ ("catalogue", "Put the phone and the remote controls in one drawer.")
/* Translators: ritual “An hour without screens”, for one alone: step 3 */
NC_ ("catalogue", "Do whatever you like.")

/* Translators: ritual “The weekly walk”, title */
NC_ ("catalogue", "The weekly walk")
/* Translators: ritual “The weekly walk”, summary */
NC_ ("catalogue", "An hour outside, side by side. Talk if it comes; nothing has to be said.")
/* Translators: ritual “The weekly walk”, when-then */
NC_ ("catalogue", "When Saturday breakfast is over, we put our shoes on and go out.")
/* Translators: ritual “The weekly walk”, smaller */
NC_ ("catalogue", "Once around the block.")
/* Translators: ritual “The weekly walk”, step 1 */
NC_ ("catalogue", "Choose a way that neither of you has to think about.")
/* Translators: ritual “The weekly walk”, step 2 */
NC_ ("catalogue", "Walk the first part without any talk about tasks.")
/* Translators: ritual “The weekly walk”, step 3 */
NC_ ("catalogue", "Point out something worth looking at.")
/* Translators: ritual “The weekly walk”, step 4 */
NC_ ("catalogue", "On the way back, each of you says one thing you liked about the week.")
/* Translators: ritual “The weekly walk”, for one alone: summary */
NC_ ("catalogue", "An hour outside. Company is welcome, and nothing has to be said.")
/* Translators: ritual “The weekly walk”, for one alone: when-then */
NC_ ("catalogue", "When Saturday breakfast is over, I put my shoes on and go out.")
/* Translators: ritual “The weekly walk”, for one alone: step 1 */
NC_ ("catalogue", "Choose a way that you do not have to think about.")
/* Translators: ritual “The weekly walk”, for one alone: step 2 */
NC_ ("catalogue", "Say once that company is welcome. Going alone is fine, too.")
/* Translators: ritual “The weekly walk”, for one alone: step 3 */
NC_ ("catalogue", "Walk the first part without a thought about tasks.")
/* Translators: ritual “The weekly walk”, for one alone: step 4 */
NC_ ("catalogue", "Look for something worth looking at.")

/* Translators: ritual “Looking at the week”, title */
NC_ ("catalogue", "Looking at the week")
/* Translators: ritual “Looking at the week”, summary */
NC_ ("catalogue", "Half an hour to look back at the week and lay the next one out, with thanks first and one open point at most.")
/* Translators: ritual “Looking at the week”, when-then */
NC_ ("catalogue", "When Sunday supper is cleared, we take half an hour for the week.")
/* Translators: ritual “Looking at the week”, smaller */
NC_ ("catalogue", "One thank-you each, and a look at the calendar.")
/* Translators: ritual “Looking at the week”, step 1 */
NC_ ("catalogue", "Each of you names two things you were glad about.")
/* Translators: ritual “Looking at the week”, step 2 */
NC_ ("catalogue", "Say what went right this week, even if it was small.")
/* Translators: ritual “Looking at the week”, step 3 */
NC_ ("catalogue", "Pick one open point, or none. Decide only the next step.")
/* Translators: ritual “Looking at the week”, step 4 */
NC_ ("catalogue", "Say one wish for the coming week, as a wish and not as a demand.")
/* Translators: ritual “Looking at the week”, step 5 */
NC_ ("catalogue", "Put the shared moments of the week in the calendar.")
/* Translators: ritual “Looking at the week”, for one alone: when-then */
NC_ ("catalogue", "When Sunday supper is cleared, I take half an hour for the week.")
/* Translators: ritual “Looking at the week”, for one alone: smaller */
NC_ ("catalogue", "One thing to be thankful for, and a look at the calendar.")
/* Translators: ritual “Looking at the week”, for one alone: step 1 */
NC_ ("catalogue", "Name two things you were glad about.")
/* Translators: ritual “Looking at the week”, for one alone: step 2 */
NC_ ("catalogue", "Note what went right this week, even if it was small.")
/* Translators: ritual “Looking at the week”, for one alone: step 4 */
NC_ ("catalogue", "Put one small moment of the coming week in the calendar.")

/* Translators: ritual “Something we once liked”, title */
NC_ ("catalogue", "Something we once liked")
/* Translators: ritual “Something we once liked”, summary */
NC_ ("catalogue", "An activity both of you once enjoyed, taken up again without any aim.")
/* Translators: ritual “Something we once liked”, when-then */
NC_ ("catalogue", "When Wednesday evening is free, we do the thing we picked.")
/* Translators: ritual “Something we once liked”, smaller */
NC_ ("catalogue", "Twenty minutes of it, or looking at old pictures of it.")
/* Translators: ritual “Something we once liked”, step 1 */
NC_ ("catalogue", "Each of you writes down three things you once liked doing together.")
/* Translators: ritual “Something we once liked”, step 2 */
NC_ ("catalogue", "Pick one that is on both lists, or take turns picking.")
/* Translators: ritual “Something we once liked”, step 3 */
NC_ ("catalogue", "Keep it easy: no new equipment, no great plan.")
/* Translators: ritual “Something we once liked”, step 4 */
NC_ ("catalogue", "Stop while it is still pleasant.")

/* Translators: ritual “Cooking one meal together”, title */
NC_ ("catalogue", "Cooking one meal together")
/* Translators: ritual “Cooking one meal together”, summary */
NC_ ("catalogue", "One meal a week made by four hands, with the radio on.")
/* Translators: ritual “Cooking one meal together”, when-then */
NC_ ("catalogue", "When it is Friday at six, we cook together.")
/* Translators: ritual “Cooking one meal together”, smaller */
NC_ ("catalogue", "One cooks, the other keeps company at the table.")
/* Translators: ritual “Cooking one meal together”, step 1 */
NC_ ("catalogue", "Choose something both of you can make half asleep.")
/* Translators: ritual “Cooking one meal together”, step 2 */
NC_ ("catalogue", "Divide the work: one cuts, one stirs.")
/* Translators: ritual “Cooking one meal together”, step 3 */
NC_ ("catalogue", "Put on music.")
/* Translators: ritual “Cooking one meal together”, step 4 */
NC_ ("catalogue", "Eat it sitting down.")

/* Translators: ritual “A small new thing”, title */
NC_ ("catalogue", "A small new thing")
/* Translators: ritual “A small new thing”, summary */
NC_ ("catalogue", "Once a month, something neither of you has done before: a street, a dish, a game.")
/* Translators: ritual “A small new thing”, when-then */
NC_ ("catalogue", "When the last Saturday of the month comes, we try one small new thing.")
/* Translators: ritual “A small new thing”, smaller */
NC_ ("catalogue", "Take a way home that you do not know.")
/* Translators: ritual “A small new thing”, step 1 */
NC_ ("catalogue", "Take turns choosing. The other one comes along without comment.")
/* Translators: ritual “A small new thing”, step 2 */
NC_ ("catalogue", "Keep it cheap and close by.")
/* Translators: ritual “A small new thing”, step 3 */
NC_ ("catalogue", "Afterwards, each says one thing that was surprising.")

/* Translators: ritual “One question from the jar”, title */
NC_ ("catalogue", "One question from the jar")
/* Translators: ritual “One question from the jar”, summary */
NC_ ("catalogue", "One question a week that has no right answer. Everybody may pass.")
/* Translators: ritual “One question from the jar”, when-then */
NC_ ("catalogue", "When the tea is poured on Sunday, we draw one question from the jar.")
/* Translators: ritual “One question from the jar”, smaller */
NC_ ("catalogue", "Read the question out and keep it for another day.")
/* Translators: ritual “One question from the jar”, step 1 */
NC_ ("catalogue", "Write a few questions on slips of paper that you would like to be asked.")
/* Translators: ritual “One question from the jar”, step 2 */
NC_ ("catalogue", "Draw one. If either of you would rather not, put it back and draw another.")
/* Translators: ritual “One question from the jar”, step 3 */
NC_ ("catalogue", "Each answers for a few minutes. The other listens without replying.")
/* Translators: ritual “One question from the jar”, step 4 */
NC_ ("catalogue", "Say thank you. There is no discussion afterwards.")

/* Translators: ritual “One need and one hope”, title */
NC_ ("catalogue", "One need and one hope")
/* Translators: ritual “One need and one hope”, summary */
NC_ ("catalogue", "A slower talk in which each of you says one thing you need and one thing you hope for.")
/* Translators: ritual “One need and one hope”, when-then */
NC_ ("catalogue", "When the first Sunday of the month comes, each of us says one need and one hope.")
/* Translators: ritual “One need and one hope”, smaller */
NC_ ("catalogue", "Write your need and your hope down, and keep the paper for yourself.")
/* Translators: ritual “One need and one hope”, step 1 */
NC_ ("catalogue", "Agree that nothing has to be solved today.")
/* Translators: ritual “One need and one hope”, step 2 */
NC_ ("catalogue", "One of you says one need and one hope, in a few sentences.")
/* Translators: ritual “One need and one hope”, step 3 */
NC_ ("catalogue", "The other says back what was heard, and asks whether that is right.")
/* Translators: ritual “One need and one hope”, step 5 */
NC_ ("catalogue", "Each says one thing you could try this month, or simply thank you.")
/* Translators: ritual “One need and one hope”, step 6 */
NC_ ("catalogue", "Stop after forty minutes and do something ordinary.")

/* Translators: ritual “A thank-you with a reason”, title */
NC_ ("catalogue", "A thank-you with a reason")
/* Translators: ritual “A thank-you with a reason”, summary */
NC_ ("catalogue", "Thanking someone for one thing they did, and saying what it meant.")
/* Translators: ritual “A thank-you with a reason”, when-then */
NC_ ("catalogue", "When I sit down to supper on Tuesday or Friday, I thank the other for one thing.")
/* Translators: ritual “A thank-you with a reason”, smaller */
NC_ ("catalogue", "Say thank you, and leave the reason out.")
/* Translators: ritual “A thank-you with a reason”, step 1 */
NC_ ("catalogue", "Choose something they did, not something they are.")
/* Translators: ritual “A thank-you with a reason”, step 2 */
NC_ ("catalogue", "Say what it was and when.")
/* Translators: ritual “A thank-you with a reason”, step 3 */
NC_ ("catalogue", "Say what it meant to you.")
/* Translators: ritual “A thank-you with a reason”, step 4 */
NC_ ("catalogue", "Leave it there. No request follows.")

/* Translators: ritual “A quiet evening in one room”, title */
NC_ ("catalogue", "A quiet evening in one room")
/* Translators: ritual “A quiet evening in one room”, summary */
NC_ ("catalogue", "Being in the same room with different things to do, and no talk expected.")
/* Translators: ritual “A quiet evening in one room”, when-then */
NC_ ("catalogue", "When it is Monday evening, each of us does something quiet in the same room.")
/* Translators: ritual “A quiet evening in one room”, smaller */
NC_ ("catalogue", "Ten minutes in the same room with a book.")
/* Translators: ritual “A quiet evening in one room”, step 1 */
NC_ ("catalogue", "Pick a room with two good seats.")
/* Translators: ritual “A quiet evening in one room”, step 2 */
NC_ ("catalogue", "Each brings something of their own: a book, knitting, a puzzle.")
/* Translators: ritual “A quiet evening in one room”, step 3 */
NC_ ("catalogue", "No talking is expected. A smile now and then is allowed.")
/* Translators: ritual “A quiet evening in one room”, for one alone: summary */
NC_ ("catalogue", "Being in the same room as the other one with something of your own to do, and no talk expected.")
/* Translators: ritual “A quiet evening in one room”, for one alone: when-then */
NC_ ("catalogue", "When it is Monday evening, I do something quiet in the living room.")
/* Translators: ritual “A quiet evening in one room”, for one alone: step 2 */
NC_ ("catalogue", "Bring something of your own: a book, knitting, a puzzle.")

/* Translators: ritual “An evening of one’s own”, title */
NC_ ("catalogue", "An evening of one’s own")
/* Translators: ritual “An evening of one’s own”, summary */
NC_ ("catalogue", "An evening that belongs to each of you alone, agreed beforehand so that it worries nobody.")
/* Translators: ritual “An evening of one’s own”, when-then */
NC_ ("catalogue", "When it is Thursday, the evening is mine, and the other’s is theirs.")
/* Translators: ritual “An evening of one’s own”, smaller */
NC_ ("catalogue", "Half an hour behind a closed door.")
/* Translators: ritual “An evening of one’s own”, step 1 */
NC_ ("catalogue", "Say beforehand roughly when the evening ends.")
/* Translators: ritual “An evening of one’s own”, step 2 */
NC_ ("catalogue", "Do something that is only yours.")
/* Translators: ritual “An evening of one’s own”, step 3 */
NC_ ("catalogue", "Nobody has to tell anything about it afterwards.")
/* Translators: ritual “An evening of one’s own”, step 4 */
NC_ ("catalogue", "Say goodnight when it ends.")
/* Translators: ritual “An evening of one’s own”, for one alone: summary */
NC_ ("catalogue", "An evening that belongs to you alone, said beforehand so that it worries nobody.")
/* Translators: ritual “An evening of one’s own”, for one alone: when-then */
NC_ ("catalogue", "When it is Thursday, the evening is mine.")

/* Translators: ritual “Winding down”, title */
NC_ ("catalogue", "Winding down")
/* Translators: ritual “Winding down”, summary */
NC_ ("catalogue", "The last half hour before sleep, slow and dim.")
/* Translators: ritual “Winding down”, when-then */
NC_ ("catalogue", "When it is half past nine, I turn the lights down and stop working.")
/* Translators: ritual “Winding down”, smaller */
NC_ ("catalogue", "Turn off one lamp and take three slow breaths.")
/* Translators: ritual “Winding down”, step 1 */
NC_ ("catalogue", "Put tomorrow’s worries on a piece of paper.")
/* Translators: ritual “Winding down”, step 2 */
NC_ ("catalogue", "Dim the lights and put the screens away.")
/* Translators: ritual “Winding down”, step 3 */
NC_ ("catalogue", "Do one slow thing: stretch, wash, read.")
/* Translators: ritual “Winding down”, step 4 */
NC_ ("catalogue", "Go to bed when you are tired, even if it is early.")

/* Translators: ritual “While I wait”, title */
NC_ ("catalogue", "While I wait")
/* Translators: ritual “While I wait”, summary */
NC_ ("catalogue", "For the one who would like more closeness just now: something kind to do for yourself in the meantime.")
/* Translators: ritual “While I wait”, when-then */
NC_ ("catalogue", "When I notice that I am waiting for a word, I do one kind thing for myself first.")
/* Translators: ritual “While I wait”, smaller */
NC_ ("catalogue", "Put a hand on your chest and breathe out slowly, five times.")
/* Translators: ritual “While I wait”, step 1 */
NC_ ("catalogue", "Name it to yourself: I am waiting, and it is hard.")
/* Translators: ritual “While I wait”, step 2 */
NC_ ("catalogue", "Move: walk a little, stretch, water the plants.")
/* Translators: ritual “While I wait”, step 3 */
NC_ ("catalogue", "Do one thing that comforts you and depends on nobody.")
/* Translators: ritual “While I wait”, step 4 */
NC_ ("catalogue", "If you still want to write, write one line, and only once.")

/* Translators: ritual “Enough sleep”, title */
NC_ ("catalogue", "Enough sleep")
/* Translators: ritual “Enough sleep”, summary */
NC_ ("catalogue", "The same bedtime on most nights. Hard talks wait for the morning.")
/* Translators: ritual “Enough sleep”, when-then */
NC_ ("catalogue", "When it is half past ten, I go to bed, and unfinished talks wait until tomorrow.")
/* Translators: ritual “Enough sleep”, smaller */
NC_ ("catalogue", "Lie down for ten minutes, awake or not.")
/* Translators: ritual “Enough sleep”, step 1 */
NC_ ("catalogue", "Set tomorrow’s alarm, then leave the phone outside the bedroom.")
/* Translators: ritual “Enough sleep”, step 2 */
NC_ ("catalogue", "If a talk is unfinished, say when you will go on with it.")
/* Translators: ritual “Enough sleep”, step 3 */
NC_ ("catalogue", "Lie down.")

/* Translators: ritual “A proper meal”, title */
NC_ ("catalogue", "A proper meal")
/* Translators: ritual “A proper meal”, summary */
NC_ ("catalogue", "One meal a day eaten sitting down.")
/* Translators: ritual “A proper meal”, when-then */
NC_ ("catalogue", "When it is noon, I eat something warm or fresh, sitting down.")
/* Translators: ritual “A proper meal”, smaller */
NC_ ("catalogue", "A glass of water and a piece of fruit.")
/* Translators: ritual “A proper meal”, step 1 */
NC_ ("catalogue", "Choose something simple.")
/* Translators: ritual “A proper meal”, step 2 */
NC_ ("catalogue", "Sit down at a table.")
/* Translators: ritual “A proper meal”, step 3 */
NC_ ("catalogue", "Eat without reading anything.")

/* Translators: ritual “Moving a little”, title */
NC_ ("catalogue", "Moving a little")
/* Translators: ritual “Moving a little”, summary */
NC_ ("catalogue", "Twenty minutes of movement on three days, as easy as you like.")
/* Translators: ritual “Moving a little”, when-then */
NC_ ("catalogue", "When work ends on Monday, Wednesday and Friday, I move for twenty minutes.")
/* Translators: ritual “Moving a little”, smaller */
NC_ ("catalogue", "Up and down the stairs once.")
/* Translators: ritual “Moving a little”, step 1 */
NC_ ("catalogue", "Put comfortable shoes by the door in the morning.")
/* Translators: ritual “Moving a little”, step 2 */
NC_ ("catalogue", "Walk, cycle, dance or stretch.")
/* Translators: ritual “Moving a little”, step 3 */
NC_ ("catalogue", "Go at a pace at which you could still talk.")

/* Translators: ritual “Leaving the day at the door”, title */
NC_ ("catalogue", "Leaving the day at the door")
/* Translators: ritual “Leaving the day at the door”, summary */
NC_ ("catalogue", "A short stop between work and home, before the evening begins.")
/* Translators: ritual “Leaving the day at the door”, when-then */
NC_ ("catalogue", "When I arrive in front of the house, I stay outside for five minutes before I go in.")
/* Translators: ritual “Leaving the day at the door”, smaller */
NC_ ("catalogue", "One slow breath before the key goes into the lock.")
/* Translators: ritual “Leaving the day at the door”, step 1 */
NC_ ("catalogue", "Stand or sit somewhere for five minutes.")
/* Translators: ritual “Leaving the day at the door”, step 2 */
NC_ ("catalogue", "Say to yourself what was hard today, and that it stays outside.")
/* Translators: ritual “Leaving the day at the door”, step 3 */
NC_ ("catalogue", "Let your shoulders drop, then go in.")

/* Translators: ritual “A call to a friend”, title */
NC_ ("catalogue", "A call to a friend")
/* Translators: ritual “A call to a friend”, summary */
NC_ ("catalogue", "Staying in touch with someone outside the two of you, so that not everything rests on one person.")
/* Translators: ritual “A call to a friend”, when-then */
NC_ ("catalogue", "When it is Sunday morning, I call or write to someone I like.")
/* Translators: ritual “A call to a friend”, smaller */
NC_ ("catalogue", "Send a friend a greeting.")
/* Translators: ritual “A call to a friend”, step 1 */
NC_ ("catalogue", "Think of someone you have not heard from in a while.")
/* Translators: ritual “A call to a friend”, step 2 */
NC_ ("catalogue", "Call, or write a few lines.")
/* Translators: ritual “A call to a friend”, step 3 */
NC_ ("catalogue", "Talk about anything you like.")
/* Translators: ritual “A call to a friend”, for one alone: summary */
NC_ ("catalogue", "Staying in touch with someone else, so that not everything rests on one person.")

/* Translators: boundary “pause-and-return”, text */
NC_ ("catalogue", "When it gets too much, either of us may say “pause”. We stop there, and whoever asked for it says when we go on, within a day.")
/* Translators: boundary “pause-and-return”, why */
NC_ ("catalogue", "A break is easier to give when it has an end.")
/* Translators: boundary “pause-and-return”, for one alone: text */
NC_ ("catalogue", "When it gets too much, I say “pause”. I stop there, and say when I can go on, within a day.")

/* Translators: boundary “pause-without-chase”, text */
NC_ ("catalogue", "During a pause nobody follows, rings or writes about the subject. We each do something that calms us.")
/* Translators: boundary “pause-without-chase”, why */
NC_ ("catalogue", "Twenty quiet minutes do more when nobody has to guard the door.")
/* Translators: boundary “pause-without-chase”, for one alone: text */
NC_ ("catalogue", "During a pause I do not follow, ring or write about the subject. I do something that calms me.")

/* Translators: boundary “quiet-is-no-verdict”, text */
NC_ ("catalogue", "When one of us is quiet, it means “I am tired or thinking”. It does not mean “I am leaving”. If it ever means more, we say so.")
/* Translators: boundary “quiet-is-no-verdict”, why */
NC_ ("catalogue", "Silence is filled with the worst guess unless it has a meaning of its own.")
/* Translators: boundary “quiet-is-no-verdict”, for one alone: text */
NC_ ("catalogue", "When I am quiet, it means “I am tired or thinking”. It does not mean “I am leaving”. If it ever means more, I say so.")

/* Translators: boundary “quiet-with-one-line”, text */
NC_ ("catalogue", "Whoever needs a quiet evening says one sentence about it first. The other one takes it as it is and does not ask why.")
/* Translators: boundary “quiet-with-one-line”, why */
NC_ ("catalogue", "One sentence spares a lot of worry, and a lot of questions.")
/* Translators: boundary “quiet-with-one-line”, for one alone: text */
NC_ ("catalogue", "When I need a quiet evening, I say one sentence about it first.")

/* Translators: boundary “no-talks-after-nine”, text */
NC_ ("catalogue", "We begin no hard talk after nine in the evening. What comes up then is written on a slip for the weekend.")
/* Translators: boundary “no-talks-after-nine”, why */
NC_ ("catalogue", "Tired people hear things more sharply than they were meant.")
/* Translators: boundary “no-talks-after-nine”, for one alone: text */
NC_ ("catalogue", "I begin no hard talk after nine in the evening. What comes up then I write on a slip for the weekend.")

/* Translators: boundary “nothing-at-the-door”, text */
NC_ ("catalogue", "In the first half hour after coming home we talk about nothing that has to be decided.")
/* Translators: boundary “nothing-at-the-door”, why */
NC_ ("catalogue", "Arriving takes a while, even in one’s own kitchen.")
/* Translators: boundary “nothing-at-the-door”, for one alone: text */
NC_ ("catalogue", "In the first half hour after coming home I bring up nothing that has to be decided.")

/* Translators: boundary “topic-for-later”, text */
NC_ ("catalogue", "We leave the subject of … alone until …, and then look at it together with somebody we both trust.")
/* Translators: boundary “topic-for-later”, why */
NC_ ("catalogue", "A subject that is put down on purpose weighs less than one that is avoided.")
/* Translators: boundary “topic-for-later”, for one alone: text */
NC_ ("catalogue", "I leave the subject of … alone until …, and then look at it together with somebody I trust.")

/* Translators: boundary “phones-at-table”, text */
NC_ ("catalogue", "At the table and in bed, phones lie somewhere else.")
/* Translators: boundary “phones-at-table”, why */
NC_ ("catalogue", "Two places in a day where nothing else calls.")
/* Translators: boundary “phones-at-table”, for one alone: text */
NC_ ("catalogue", "At the table and in bed, my phone lies somewhere else.")

/* Translators: boundary “no-hard-words-in-writing”, text */
NC_ ("catalogue", "We do not argue in messages. If something stings, we write “later, in person” and leave it there.")
/* Translators: boundary “no-hard-words-in-writing”, why */
NC_ ("catalogue", "A message carries no voice and no face.")
/* Translators: boundary “no-hard-words-in-writing”, for one alone: text */
NC_ ("catalogue", "I do not argue in messages. If something stings, I write “later, in person” and leave it there.")

/* Translators: boundary “told-to-others”, text */
NC_ ("catalogue", "Each of us may talk with whoever we trust about how things are. In front of the children, neither of us makes the other one small.")
/* Translators: boundary “told-to-others”, why */
NC_ ("catalogue", "Everybody needs somebody to talk to, and children need not choose a side.")
/* Translators: boundary “told-to-others”, for one alone: text */
NC_ ("catalogue", "I may talk with whoever I trust about how things are. In front of the children, I make nobody small.")

/* Translators: boundary “visits-announced”, text */
NC_ ("catalogue", "Before somebody comes to stay, we tell each other, and plan one quiet hour of our own into the visit.")
/* Translators: boundary “visits-announced”, why */
NC_ ("catalogue", "Guests are easier to enjoy when there is a place to breathe out.")
/* Translators: boundary “visits-announced”, for one alone: text */
NC_ ("catalogue", "Before somebody comes to stay, I say so, and plan one quiet hour of my own into the visit.")

/* Translators: boundary “closed-phones”, text */
NC_ ("catalogue", "Phones, post and notebooks belong to whoever they belong to. We do not read them and do not ask to be shown them.")
/* Translators: boundary “closed-phones”, why */
NC_ ("catalogue", "Trust grows where nobody is looked over the shoulder.")
/* Translators: boundary “closed-phones”, for one alone: text */
NC_ ("catalogue", "Phones, post and notebooks belong to whoever they belong to. I read only mine, and do not ask to be shown others.")

/* Translators: boundary “evening-of-ones-own”, text */
NC_ ("catalogue", "Each of us has one evening a week of our own, and nobody has to say what it was for.")
/* Translators: boundary “evening-of-ones-own”, why */
NC_ ("catalogue", "Time apart that is known beforehand is no distance.")
/* Translators: boundary “evening-of-ones-own”, for one alone: text */
NC_ ("catalogue", "I have one evening a week of my own, and need not say what it was for.")

/* Translators: boundary “an-hour-after-work”, text */
NC_ ("catalogue", "After work I need about an hour by myself. After that I come and find you.")
/* Translators: boundary “an-hour-after-work”, why */
NC_ ("catalogue", "It is easier to wait when one knows for how long.")
/* Translators: boundary “an-hour-after-work”, for one alone: text */
NC_ ("catalogue", "After work I need about an hour by myself. I say so when I come in, and come out again when it is over.")

/* Translators: boundary “no-raised-voices”, text */
NC_ ("catalogue", "I do not go on talking when I am shouted at or called names. I leave the room and come back when it is calm.")
/* Translators: boundary “no-raised-voices”, why */
NC_ ("catalogue", "A limit says what you do yourself; it needs nobody’s leave.")

/* Translators: boundary “touch-when-asked”, text */
NC_ ("catalogue", "After an argument I do not want to be touched until I say that I do.")
/* Translators: boundary “touch-when-asked”, why */
NC_ ("catalogue", "Closeness that may wait is closeness that may come.")

/* Translators: boundary “phrase-stepping-out”, text */
NC_ ("catalogue", "“I am full. Give me half an hour, then I am yours again.”")
/* Translators: boundary “phrase-stepping-out”, why */
NC_ ("catalogue", "Said often enough, it opens a door instead of slamming one.")
/* Translators: boundary “phrase-stepping-out”, for one alone: text */
NC_ ("catalogue", "“I am full. I need half an hour, and come back when it is over.”")

/* Translators: boundary “phrase-coming-back”, text */
NC_ ("catalogue", "“I am back. I would like to hear your side first.”")
/* Translators: boundary “phrase-coming-back”, why */
NC_ ("catalogue", "The first sentence after a pause sets the tone of the next ten.")

/* Translators: boundary “phrase-repairing”, text */
NC_ ("catalogue", "“That came out wrong. May I say it again?”")
/* Translators: boundary “phrase-repairing”, why */
NC_ ("catalogue", "A second try is a small thing to ask and a large thing to give.")

/* Translators: boundary “phrase-inviting”, text */
NC_ ("catalogue", "“Tea? No talk needed.”")
/* Translators: boundary “phrase-inviting”, why */
NC_ ("catalogue", "Company is easier to accept when it asks for nothing.")
