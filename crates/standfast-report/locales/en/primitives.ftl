# The primitives: primitive-OWNER-NAME is the meaning, .unit its unit, .larger what a larger value
# does, .method the section of the method page where its equations stand. The equations themselves
# are in equations.ftl.
# .title is what people call it, .affected the same where an effect on it is spoken of; { $end } is the level
# that a factor moves towards.

primitive-challenger-prize = Worth of subjugating the protégé.
    .title = what winning is worth
    .affected = what winning is worth
    .unit = the challenger's utility, once
    .larger = Every way of taking something pays more: invasion, coercion, a limited attack, a settlement with gains.
    .method = What the challenger does
    .equation =
        { -fight }
        { -settle }
        { -coerce }
        { -limited }
primitive-challenger-strength = Strength S_C in the contest.
    .title = strength in war
    .affected = strength in war
    .unit = the same scale as all strengths: only ratios count
    .larger = It wins more of the wars that are decided.
    .method = The contest
    .equation = { -contest }
primitive-challenger-war_cost = Cost of war.
    .title = cost of a year of war
    .affected = the cost of a year of war
    .unit = the challenger's utility, per year of war
    .larger = Fighting is worth less: fewer invasions, more settlements.
    .method = What the challenger does
    .equation = { -fight }
primitive-challenger-onset_cost = Cost of beginning a war.
    .title = cost of beginning a war
    .affected = the cost of beginning a war
    .unit = the challenger's utility, once
    .larger = Fewer invasions. A war that has begun goes on as before.
    .method = What the challenger does
    .equation = { -invade }
primitive-challenger-opportunity = Chance at peace that an invasion is on the table at all.
    .title = yearly chance that an invasion is on the table
    .affected = the yearly chance that an invasion is on the table
    .unit = probability, per year
    .larger = More years in which it can choose war; no invasion is chosen more often than this.
    .method = What the challenger does
    .equation = { -choice }
primitive-challenger-grievance = Dissatisfaction with peace as it is.
    .title = dissatisfaction with peace as it is
    .affected = dissatisfaction with peace as it is
    .unit = the challenger's utility, per year at peace
    .larger = Peace is worth less to it, so war is worth more beside it.
    .method = What the challenger does
    .equation =
        { -hold }
        { -coerce }
        { -limited }
primitive-challenger-coercion_gain = Gain when it destabilises the protégé.
    .title = gain from a year of coercion
    .affected = the gain from a year of coercion
    .unit = the challenger's utility, per year of coercion
    .larger = It destabilises more often instead of holding still.
    .method = What the challenger does
    .equation = { -coerce }
primitive-challenger-coercion_cost = Cost when it destabilises the protégé.
    .title = cost of a year of coercion
    .affected = the cost of a year of coercion
    .unit = the challenger's utility, per year of coercion
    .larger = It destabilises less often.
    .method = What the challenger does
    .equation = { -coerce }
primitive-challenger-doubt = How much it discounts the guarantors' help.
    .title = doubt that the guarantors would help
    .affected = doubt that the guarantors would help
    .unit = log-odds of each kind of help
    .larger = It expects less help than would come, so it is deterred less. The help itself is the same.
    .method = Who helps
    .equation = { -perceived }
primitive-challenger-overconfidence = How much it underrates the protégé's strength.
    .title = how far it underrates the protégé’s strength
    .affected = how far the protégé’s strength is underrated
    .unit = logarithm of strength: at 0.1 it sees about a tenth less
    .larger = It expects to win more often than it would, so it is deterred less.
    .method = Who helps
    .equation = { -perceived }
primitive-challenger-settlement_cost = Cost of settling a war.
    .title = cost of settling a war
    .affected = the cost of settling a war
    .unit = the challenger's utility, once
    .larger = Wars are settled later.
    .method = What the challenger does
    .equation = { -settle }
primitive-challenger-precision = Precision λ of its quantal choices.
    .title = how precisely it chooses what pays most
    .affected = how precisely it chooses what pays most
    .unit = per unit of the challenger's utility
    .larger = Its choices follow their worth more closely: less noise, a lower noise floor.
    .method = What the challenger does
    .equation = { -choice }

primitive-protege-strength = Strength S_P in the contest.
    .title = strength in war
    .affected = strength in war
    .unit = the same scale as all strengths: only ratios count
    .larger = The challenger wins fewer of the wars that are decided.
    .method = The contest
    .equation = { -contest }
primitive-protege-capture = Chance c that it falls without a war when it is coerced.
    .title = yearly chance of falling to coercion without a war
    .affected = the yearly chance of falling to coercion without a war
    .unit = probability, per year of coercion
    .larger = It is lost without a war more often, and coercion pays more.
    .method = What the challenger does
    .equation = { -coerce }
primitive-protege-loss_cost = Cost of being lost.
    .title = what being lost would cost it
    .affected = what being lost would cost it
    .unit = the protégé's utility, once
    .larger = Safety is worth more to it; its willingness to sign is measured in this unit.
    .method = What happens
    .equation = { -value-protege }
primitive-protege-war_cost = Cost of war.
    .title = cost of a year of war
    .affected = the cost of a year of war
    .unit = the protégé's utility, per year of war
    .larger = Every package that keeps the peace is worth more to it.
    .method = What happens
    .equation = { -value-protege }
primitive-protege-peace_cost = What its own measures cost at peace.
    .title = what its own measures cost in a year of peace
    .affected = what its own measures cost in a year of peace
    .unit = the protégé's utility, per year at peace
    .larger = It signs less readily. Nobody else's choice depends on it.
    .method = What happens
    .equation = { -value-protege }
primitive-protege-coercion_harm = Harm of being coerced.
    .title = harm from a year of coercion
    .affected = the harm from a year of coercion
    .unit = the protégé's utility, per year of coercion
    .larger = Packages that leave it open to coercion are worth less to it.
    .method = What happens
    .equation = { -value-protege }

primitive-coalition-precision = Precision λ of the guarantors' quantal responses.
    .title = how precisely they choose what pays most
    .affected = how precisely they choose what pays most
    .unit = per unit of the guarantors' utility
    .larger = Their responses follow their worth more closely.
    .method = Who helps
    .equation = { -response }
primitive-coalition-unagreed_share = Share of a consensus commitment that binds when the body did not agree.
    .title = share of a joint promise that binds without agreement
    .affected = the share of a joint promise that binds without agreement
    .unit = share
    .larger = A blocking member undoes less of the word that the others gave.
    .method = Who helps
    .equation = { -commitment }
primitive-coalition-common_shock = How much better or worse the world is for all guarantors alike at the moment of need.
    .title = how much the moment moves all of them alike
    .affected = how much the moment moves all of them alike
    .unit = the guarantors' utility, per year of war
    .larger = The guarantors help together or stand aside together more often.
    .method = Who helps
    .equation =
        { -shock }
        { -intervene }

primitive-contest-decisiveness = Decisiveness κ of the contest.
    .title = how surely the stronger side wins
    .affected = how surely the stronger side wins
    .unit = exponent of the strengths
    .larger = The stronger side wins more surely.
    .method = The contest
    .equation = { -contest }

primitive-war-resolution = Chance ω that a war is decided.
    .title = yearly chance that one side wins
    .affected = the yearly chance that one side wins
    .unit = probability, per year of war
    .larger = Wars are shorter, and each year puts more at stake.
    .method = What the challenger does
    .equation =
        { -fight }
        { -aside }
        { -supply }
        { -intervene }
primitive-war-settlement_share = Share of the prize that a settlement gives.
    .title = share of the prize that a settlement gives
    .affected = the share of the prize that a settlement gives
    .unit = share
    .larger = The challenger settles sooner, and protégé and guarantors lose more by it.
    .method = What the challenger does
    .equation =
        { -settle }
        { -value-protege }
        { -value-guarantor }

primitive-limited-opportunity = Chance at peace that a limited attack is on the table at all.
    .title = yearly chance that it is on the table
    .affected = the yearly chance that it is on the table
    .unit = probability, per year
    .larger = More years in which it can choose a limited attack; none is chosen more often than this.
    .method = What the challenger does
    .equation = { -choice }
primitive-limited-prize_share = Share of the prize that a successful limited attack takes.
    .title = share of the prize that it takes
    .affected = the share of the prize that it takes
    .unit = share
    .larger = Limited attacks pay more.
    .method = What the challenger does
    .equation = { -limited }
primitive-limited-cost = Cost of a limited attack to the challenger.
    .title = cost to the attacker
    .affected = the cost to the attacker
    .unit = the challenger's utility, per attack
    .larger = Fewer limited attacks.
    .method = What the challenger does
    .equation = { -limited }
primitive-limited-stake_share = Share of the guarantors' stake that is at risk in a limited attack.
    .title = share of the guarantors’ stake at risk
    .affected = the share of the guarantors’ stake at risk
    .unit = share
    .larger = The guarantors help more readily against a limited attack.
    .method = Who helps
    .equation =
        { -smaller }
        { -smaller-costs }
primitive-limited-commitment_share = Share of audience cost and tripwire that a limited attack engages.
    .title = how far it engages the guarantors’ word and forces in place
    .affected = how far it engages the guarantors’ word and forces in place
    .unit = share
    .larger = Their word and their forces in place bind the guarantors more in a limited attack.
    .method = Who helps
    .equation = { -smaller }
primitive-limited-burden_share = Size of a limited attack's costs against those of a year of war.
    .title = its costs against those of a year of war
    .affected = its costs against those of a year of war
    .unit = share
    .larger = A limited attack costs guarantors and challenger more.
    .method = Who helps
    .equation = { -smaller-costs }
primitive-limited-escalation = Chance ε that a limited attack becomes a war in the same year.
    .title = chance that it becomes a war
    .affected = the chance that it becomes a war
    .unit = probability, per attack
    .larger = More limited attacks become wars.
    .method = What the challenger does
    .equation = { -limited }
primitive-limited-harm = Harm of a limited attack to the protégé.
    .title = harm to the protégé
    .affected = the harm to the protégé
    .unit = the protégé's utility, per attack
    .larger = Packages that leave it open to limited attacks are worth less to it.
    .method = What happens
    .equation = { -value-protege }

primitive-guarantor-stake = What the guarantor loses if the protégé is lost (s).
    .title = what it has at stake
    .affected = what it has at stake
    .unit = the guarantor's utility, once
    .larger = It helps more readily, and its willingness to sign is measured in this unit.
    .method = Who helps
    .equation =
        { -aside }
        { -supply }
        { -intervene }
        { -value-guarantor }
primitive-guarantor-supply_strength = Strength a that its supply adds to the protégé's side.
    .title = strength that its supplies add
    .affected = the strength that its supplies add
    .unit = the same scale as all strengths: only ratios count
    .larger = Supplying does more, so it is worth more to the guarantor and deters more.
    .method = The contest
    .equation = { -contest }
primitive-guarantor-intervention_strength = Strength a that its intervention adds to the protégé's side.
    .title = strength that its intervention adds
    .affected = the strength that its intervention adds
    .unit = the same scale as all strengths: only ratios count
    .larger = Intervening does more, so it is worth more to the guarantor and deters more.
    .method = The contest
    .equation = { -contest }
primitive-guarantor-supply_cost = Cost of supplying.
    .title = cost of a year of supplying
    .affected = the cost of a year of supplying
    .unit = the guarantor's utility, per year of war
    .larger = It supplies less readily.
    .method = Who helps
    .equation =
        { -supply }
        { -outlay }
primitive-guarantor-intervention_cost = Cost of intervening.
    .title = cost of a year of intervening
    .affected = the cost of a year of intervening
    .unit = the guarantor's utility, per year of war
    .larger = It intervenes less readily.
    .method = Who helps
    .equation =
        { -intervene }
        { -outlay }
primitive-guarantor-audience_cost = Cost A of not keeping its word (tying hands); below 0 it counts as 0.
    .title = cost of breaking its word
    .affected = the cost of breaking its word
    .unit = the guarantor's utility, times the chance ω that the year decides the war
    .larger = Standing aside costs it more, so it helps more readily.
    .method = Who helps
    .equation =
        { -aside }
        { -supply }
        { -commitment }
primitive-guarantor-supply_discharge = Share ρ of its word that supplying alone keeps.
    .title = share of its word that supplying alone keeps
    .affected = the share of its word that supplying alone keeps
    .unit = share
    .larger = Supplying is enough more often: more supply, less intervention.
    .method = Who helps
    .equation = { -supply }
primitive-guarantor-tripwire = What being hit already adds to fighting: forces in place; below 0 it counts as 0.
    .title = what forces in place add to its readiness to fight
    .affected = what forces in place add to its readiness to fight
    .unit = the guarantor's utility, per year of war
    .larger = It intervenes more readily.
    .method = Who helps
    .equation = { -intervene }
primitive-guarantor-escalation = Burden of its intervention on the challenger.
    .title = burden of its intervention on the challenger
    .affected = the burden of its intervention on the challenger
    .unit = the challenger's utility, per year of war
    .larger = Its intervention deters more.
    .method = Who helps
    .equation = { -burden }
primitive-guarantor-sanction = Burden of its supply and sanctions on the challenger.
    .title = burden of its supplies and sanctions on the challenger
    .affected = the burden of its supplies and sanctions on the challenger
    .unit = the challenger's utility, per year of war
    .larger = Its supply deters more.
    .method = Who helps
    .equation = { -burden }
primitive-guarantor-presence_cost = Cost of forces in place.
    .title = cost of forces in place in a year of peace
    .affected = the cost of forces in place in a year of peace
    .unit = the guarantor's utility, per year at peace
    .larger = It signs less readily. Its response to an attack does not depend on it.
    .method = What happens
    .equation = { -value-guarantor }

primitive-voter-block = Chance that it blocks a consensus; one of the others signs with one minus this.
    .title = chance of blocking a consensus
    .affected = the chance of blocking a consensus
    .unit = probability
    .larger = The body agrees less often.
    .method = Who helps
    .equation = { -agreement }

primitive-factor-rise = Hazard r of rising by a level.
    .title = yearly rate of moving up, towards ‘{ $end }’
    .affected = the yearly rate of moving up, towards ‘{ $end }’
    .unit = rate, per year
    .larger = The factor moves up sooner.
    .method = States and time
    .equation = { -move }
primitive-factor-fall = Hazard f of falling by a level.
    .title = yearly rate of moving down, towards ‘{ $end }’
    .affected = the yearly rate of moving down, towards ‘{ $end }’
    .unit = rate, per year
    .larger = The factor moves down sooner.
    .method = States and time
    .equation = { -move }

primitive-party-consent_precision = Precision of signing.
    .title = how surely it signs what is better for it
    .affected = how surely it signs what is better for it
    .unit = per unit of the party's own stake
    .larger = It signs or refuses more surely, whichever is better for it.
    .method = Who would sign
    .equation = { -consent }
primitive-party-sign_cost = What signing itself costs.
    .title = cost of signing itself
    .affected = the cost of signing itself
    .unit = the party's own stake: prize, loss cost or stake
    .larger = It signs less readily.
    .method = Who would sign
    .equation = { -consent }

primitive-scenario-discount = Discount factor δ.
    .title = how much the next year counts
    .affected = how much the next year counts
    .unit = per year
    .larger = The future counts for more: what a war leaves behind, and the shadow of a treaty still to come.
    .method = What the challenger does
    .equation =
        { -fight }
        { -hold }

group-challenger = The challenger
group-protege = The protégé
group-coalition = The guarantors together
group-contest = The contest
group-war = War
group-limited = Limited attacks
group-guarantor = Each guarantor
group-voter = Each guarantor and each of the others
group-factor = Each factor
group-party = Challenger, protégé and each guarantor
group-scenario = The case as a whole

context-peace = at peace
context-coerce = in a year of coercion
context-limited = in a limited attack
context-war = at war
context-never = once, for the whole case

link-identity = identity: effects add to it
link-log = log: effects add to its logarithm
link-logit = logit: effects add to its log-odds

domain-identity-open = any number
domain-log-open = above 0
domain-log-zero = above 0, or a plain 0
domain-logit-open = between 0 and 1
domain-logit-both = between 0 and 1, or a plain 0 or 1
