# The page in the browser: what stands around the figures and sentences of the engine.

page-title = Would these security guarantees hold?
page-skip = To the answer
page-views = Ways through the page
page-view-study = Compare packages
page-view-story = A guided story
page-view-lesson = Lesson sheet
page-language = Language
page-theme = Colours
page-theme-system = Colours: auto
page-theme-light = Colours: light
page-theme-dark = Colours: dark
page-case = Case
page-share = Share
page-copy-link = Copy link
page-copy-embed = Copy embed code
page-copy-citation = Copy citation
page-copy-bibtex = Copy BibTeX entry
page-citation = Standfast { $engine }. { $answer }. { $date }. { $link }
page-citation-answer = { $case } (digest { $digest }). “{ $package }”: chance of war within { $years ->
    [one] { $years } year
   *[other] { $years } years
} { $risk } ({ $low } to { $high }), { $draws } draws, seed { $seed }{ $changed ->
    [0] {""}
    [one] , { $changed } number changed
   *[other] , { $changed } numbers changed
}
page-copied = Copied.
page-copied-long = Copied. The link is very long, since it carries a changed text; some programs cut such links.
page-copy-failed = The browser did not allow copying: copy the address of this page.
page-colophon = Standfast is open-source software for keeping peace. All risks assume a ceasefire in place and the package agreed with it. No number is a forecast: each follows from the case's numbers, which you can see and change, and from a model, whose limits are written down.
page-private = Everything is computed in your browser. Nothing that you enter leaves this machine; what you choose stands in the address alone, after the #.
page-link-version = This link was made by another version of the page, which this one cannot read. The usual case is shown instead; your link is not lost.
page-link-broken = This link is damaged, perhaps cut off on its way. The usual case is shown instead; your link is not lost.
page-link-copy-raw = Copy the link as it came
page-link-dismiss = Go on with the usual case
page-case-refused = The case cannot be read.
page-changes-of-another = The text of this case has changed since the link was made, so the changes in the link cannot be made to it. The case is shown as it comes.
page-no-engine = The engine did not start, so this page can show stored answers only.

# The composer

page-composer = The package
page-presets = What is agreed with the ceasefire
page-own-package = Your own choice
page-instruments = { $count ->
    [0] Instruments: none chosen
    [one] Instruments: { $count } chosen
   *[other] Instruments: { $count } chosen
}
page-group-promise = Promises
page-group-forces = Forces in place
page-group-money = Money and sanctions
page-group-strength = Own strength
page-group-concession = What the challenger gets
page-lead = { $years ->
    [0] in force at once
    [one] in force after { $years } year
   *[other] in force after { $years } years
}
page-clashes = clashes with { $names }
page-clash-why = “{ $name }” cannot be agreed together with: { $others }. Nothing has been changed.
page-needs-why = “{ $name }” needs { $others } as well. Nothing has been changed.
page-clash-remedy = Take “{ $name }” instead of: { $others }
page-needs-remedy = Add: { $others }
page-leave = Leave it as it is
page-about = What it is, and sources
page-signed-by = Signed by: { $names }.
page-needs = Needs: { $names }.
page-clashes-all = Clashes with: { $names }.
page-sources-of = What its numbers rest on:
page-unknown-instruments = This case has no instrument called { $names }.
page-unknown-remove = Go on without

# Will it hold, who signs

page-answer = Will it hold? { $package }
page-answering = Answering …
page-first-estimate = First estimate: more futures are being computed.
page-answer-refused = This cannot be answered.
page-draws = { $all ->
    [one] { $done } of { $all } future
   *[other] { $done } of { $all } futures
}
page-how-sure = { $count ->
    [0] How sure is that?
    [one] How sure is that? { $count } doubt
   *[other] How sure is that? { $count } doubts
}
page-brackets = In brackets: where 8 in 10 of the futures lie that the case's numbers allow.
page-moved = Before the last change it was { $before } (“{ $package }”).
page-nothing = No guarantee
page-line-before = was { $before } before the last change
page-line-computing = computing …
page-better-presets = Of the ready-made packages
page-better-compared = Of the packages side by side
page-better = { $among } “{ $safest }” leaves the lowest chance of war within { $years ->
    [one] { $years } year
   *[other] { $years } years
}: { $risk }. Would rather refuse it: { $refusers }.
page-better-signed = The lowest that nobody would rather refuse: “{ $signed }”, { $risk }.
page-better-nothing = Without any guarantee: { $risk }.
page-better-compare = Compare them
page-seed = Seed: the same one draws the same futures, another one others
page-text-changed = The text of the case is changed.
page-changed-show = Show
page-more = More about this answer, and its method
page-figure-numbers = The numbers
page-figure-credit = { $case } — Standfast. What a model gives; no forecast.
page-figure-share = Save or share
page-copy-alt = Copy alt text
page-saved = Saved.
page-signs = Who signs?
page-party = Party
page-would-sign = Would it sign?
page-why-arrow = Why
page-why-short = why
page-why-of = Why: { $party }
page-sign-yes = yes
page-sign-no = no
page-sign-share = { $chance } on average; would rather sign in { $share } of the futures
page-concluded = The chance that all of them sign, each deciding alone: { $share } on average over the futures.
page-signs-note = A party signs where the package is worth more to it than the war going on. “No”: in more than half of the futures the chance that it signs is below 50 %, so it would rather refuse.
page-signs-none = Nobody's signature is needed.
page-signs-coming = Who would sign is being worked out.
page-word = Who keeps its word when tested?
page-response = fights { $fights }, supplies { $supplies }, stands aside { $aside }
page-as-picture = As a picture
page-nobody = The chance that nobody fights: { $share }.
page-word-note = If an invasion came in year { $years }, whatever was promised. An invasion comes above all where nobody is likely to fight: the better a package deters, the more so.

# Questions

page-questions = Questions about the package
page-ask = Ask
page-from-fewer = From { $draws } futures. The answer at the top has { $all }, so the same number may differ there by some points.
page-ask-again = Ask again
page-cancel = Cancel
page-progress = Progress: { $question }
page-progress-share = { $share } done
page-stale = This answers an earlier choice.
page-why = Why?
    .about = Which instruments of the package lower the risk, which of them help or spoil each other, and why a party would rather refuse.
page-break = Where does it break?
    .about = The smallest sets of setbacks under which the risk doubles, and how likely they are.
page-sensitivity = What would change this?
    .about = Which of the unknown numbers move the answer most, and how much of that rests on judgement.
page-timeline = Over the years
    .about = How the protection fades, what waiting for its parts costs, and in which order they best begin.
page-packages = All packages
    .about = Every package that can be agreed: how much it protects, who would accept it, what it costs. For a case that somebody has changed this takes a quarter of an hour with fifteen instruments, and is rough, from 8 futures only.
page-claims = What people said
    .about = Statements by politicians and experts, put to the model: which hold in it, which fail, and which it cannot speak to.
page-disagree = Two readers
    .about = Two sets of assumptions give two answers. Which assumption makes how much of the difference?
page-tell = One future, told
    .about = One path through the game, year by year: one of very many that are possible, and no forecast.
page-compare = Side by side
    .about = Up to { $most } packages on the same futures.
page-compare-add = Add the package above
page-compare-preset = Add a ready-made one …
page-remove = Remove
page-package = Package
page-war-within = { $years ->
    [one] War within { $years } year
   *[other] War within { $years } years
}
page-all-accept = All accept
page-refuses = Would refuse in most futures
page-nobody-refuses = nobody
page-from-to = { $low } to { $high }
page-claims-filter = Show
page-claim-all = All
page-claim-holds = Holds
page-claim-open = Open
page-claim-fails = Fails
page-claim-silent = The model is silent
page-claim-share = · holds in { $share } of the futures
page-claim-how = How this was tested
page-claims-all = { $count ->
    [one] Show all ({ $count })
   *[other] Show all ({ $count })
}
page-claims-few = Show fewer
page-reader-first = First reader
page-reader-second = Second reader
page-reader-same = Choose two different readers.
page-reader-none = This case comes with fewer than two sets of assumptions.
page-tell-which = Which future (0 to 999)
page-tell-all = Read on to the end
page-tell-few = Only the beginning
page-tell-opening = How to read this story, and where it begins
page-tell-method = How this future was chosen, and how to tell it again

# Numbers and sources

page-sources = Numbers and their sources
    .about = Every uncertain number of the case, what it rests on, and how much of the answer hangs on it. Take one to be otherwise, and the whole page answers anew.
page-sources-unmeasured = How much hangs on each number is known once you have asked “What would change this?”.
page-sources-order = Order
page-order-need = Most in need of a source first
page-order-influence = Most influential first
page-order-weakness = Weakest basis first
page-order-name = By name
page-sources-nothing = Nothing is called “{ $sought }”.
page-sources-find = Find
page-sources-all = { $count ->
    [one] Show all ({ $count })
   *[other] Show all ({ $count })
}
page-sources-few = Show fewer
page-undo = Undo
page-redo = Redo
page-as-case = All as in the case
page-changed = { $count ->
    [0] No number is changed.
    [one] { $count } number is changed.
   *[other] { $count } numbers are changed.
}
page-rests-on = What it rests on
page-instead-of = instead of
page-basis-sources = sources
page-basis-judged-sources = sources and judgement
page-basis-calibrated = tuned to history
page-basis-judgement = judgement alone
page-basis-nothing = nothing named
page-influence = makes { $share } of the spread
page-change = Change
page-back = As in the case
page-low = from
page-high = to
page-assume = Assume this
page-range-wrong = Write two numbers, the smaller one first.

# The editor

page-editor = The case as text
    .about = For experts: the whole case, every number and effect, in the language of cases. Faults are marked where they stand.
page-editor-open = Open the editor
page-editor-answer = Answer with this text
page-editor-reset = Back to the case as it comes
page-editor-save = Save as a file
page-editor-load = Load a file
page-editor-leave = Tab leaves the editor, as it does everywhere on this page.
page-editor-faults = { $errors ->
    [0] No errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
page-editor-error = Error
page-editor-warning = Warning
page-editor-too-long = A text may have at most 1 MiB: this one is longer and was not read.
page-editor-has-errors = The text has errors, which have to go first.
page-editor-answered = The page answers with your text now.

# The story in seven screens

page-story-title = Can it be shielded?
page-story-place = Screen { $place } of { $of }
page-story-missing = The story is about the stored answers for Ukraine, which this page was built without.
page-story-guess-first = Guess first: choose one of the answers above.
page-story-reveal = See what the model says
page-story-show = Show me
page-story-again = Guess again
page-story-right = That is what the model says, too.
page-story-wrong = The model says otherwise.
page-story-answer = Answer
page-story-your-guess = Your guess
page-story-model = The model
page-story-of-ten-war = war in { $count } of 10 futures
page-story-of-ten-nobody = nobody fights in { $count } of 10 futures
page-story-back = Back
page-story-next = Next
page-story-pass = Skip
page-story-open = Open this package on the page
page-story-no-signature = nobody's signature is needed
page-story-choice-lower = lower
page-story-choice-same = the same
page-story-choice-higher = higher
page-story-nothing = A ceasefire, and nothing else
    .lede = The guns fall silent in 2025. Nobody has promised Ukraine anything. What happens next, nobody knows; so the model plays out hundreds of possible futures.
    .question = In how many of ten futures does the war come back within ten years?
    .told = On average in { $nothing } of the futures. But how likely war is differs between readings of the evidence: in 8 of 10 of them the chance lies between { $low } and { $high }. A single number would hide that.
    .method = Each future draws its own value for everything that is not known: how much Moscow wants, how costly a war is, how firm its neighbours' will.
page-story-waiting = Waiting for a promise
    .lede = “{ $nato }” would bind the strongest alliance there is. But it takes about six years until it is in force, and everybody knows that it is coming.
    .question = In the first five years, is the chance of war then lower, the same, or higher than with a ceasefire alone?
    .told = Within five years it is { $natoFive } instead of { $nothingFive }. Until the promise is in force, a war could still cancel it: a reason to begin one soon. In the long run it protects: { $natoLate } instead of { $nothingLate } within fifty years.
    .method = The { $window } years before it is in force are a window of vulnerability.
page-story-forces = Soldiers, or a strong army?
    .lede = Three offers lie on the table: a contingent of about 25,000 European soldiers with deeper agreements, a far larger force, or Ukraine's own army made strong behind prepared defences.
    .question = Which of them lowers the chance of war within ten years the most?
    .told = It is “{ $best }”. Soldiers of others say that somebody may come; a strong army of one's own makes an attack costly whoever comes.
    .method = Averages over the futures. The spreads overlap: see the page.
page-story-signs = A signature is missing
    .lede = A package has to be agreed. “{ $refused }” asks much of those who would send soldiers, and Moscow has to live with it.
    .question = How many of the parties would rather refuse it?
    .told = Would rather refuse: { $refusers }. Would rather sign: { $signers }. What protects is often what somebody will not sign.
    .method = A party refuses where the war going on, with what can be had without its signature, is worth more to it than the package.
page-story-word = The day it is tested
    .lede = Ten years later an invasion begins after all. “{ $offer }” was signed. Now each government decides anew.
    .question = In how many of ten futures does nobody fight beside Ukraine?
    .told = On average in { $nobody } of the futures. To send arms and money is likelier than to fight: a promise on paper and the deed are two things.
    .method = What each government does depends on its will at that time, on what it promised, and on what the others do.
page-story-all = Everything at once
    .lede = Take every guarantee that fits together: “{ $all }”.
    .question = In how many of ten futures is there war within ten years now?
    .told = On average { $allRisk }: the lowest of all. But the chance that everybody signs is { $allAccepted }. Would rather refuse: { $allRefusers }. The best shield in the model is one that is hardly ever agreed.
    .method = The lowest risk and the best chance of agreement belong to different packages. That is the choice that politics has to make.
page-story-own = Your own proposal
    .lede = Now it is your turn to propose. No package is ironclad, and somebody may refuse each of them.
    .question = Which one would you propose?
    .told = “{ $own }”: the chance of war within ten years is { $ownRisk } on average ({ $ownLow } to { $ownHigh }); the chance that all accept: { $ownAccepted }. Open it on the page to see who refuses and why, and to change it.
    .method = All of this is what one model makes of what is known. It can be wrong, and the page says where it rests on judgement.

# The sheet for a class

page-lesson-title = Can it be shielded? A lesson on security guarantees
page-lesson-lede = One lesson of 45 minutes for pupils from about 15 years. You guess first, then compare your guess with a model, then ask why, and whether to believe it.
page-lesson-print = Print this sheet
page-lesson-name = Name
page-lesson-class = Class
page-lesson-know = Four words to begin with
page-lesson-word-guarantee = Security guarantee
    .means = a promise, or an arrangement, that is meant to keep a country from being attacked again.
page-lesson-word-deterrence = Deterrence
    .means = somebody does not attack because it would cost more than it brings.
page-lesson-word-chance = A chance of 30 %
    .means = in about 3 of 10 futures it happens. It says nothing certain about the one future that comes.
page-lesson-word-model = Model
    .means = a simplified world with rules that are written down, so that one can see what follows from what.
page-lesson-guess = Guess, then look
    .how = Go through “A guided story”. Write your guess down before you look, then what the model says, then a reason in a few words.
page-lesson-question = Screen
page-lesson-mine = My guess
page-lesson-why = Why, in the model?
page-lesson-talk = To talk about
page-lesson-talk-trade = Why is the package with the lowest risk not the one that is agreed? Whose interests stand against it?
page-lesson-talk-trust = A state has promised help. What makes you believe it, and what makes its opponent believe it?
page-lesson-talk-waiting = Why can it be dangerous to announce a guarantee that comes into force only years later?
page-lesson-talk-unknown = On the page open “Numbers and their sources”. Find a number that rests on judgement alone. Would you put it higher or lower, and what would you have to know?
page-lesson-talk-ethics = Some of the packages give the attacker something. What speaks for that, what against it, and what can a model not say about it?
page-lesson-teacher = For the teacher
    .plan = 5 minutes for the four words; 20 for the story, in pairs; 15 for two of the questions; 5 to close: what would change your mind? The page needs no account, sends nothing anywhere, and works without a network once it has been opened.
    .care = The war is real, and some in the class may have lived through it. Agree beforehand that nobody has to speak of their own experience, and that the numbers are about a model, not about anybody's worth.
