# The equations of the method page, each once, the same in every language. A test finds each of them
# in docs/method.md.

-move = p_move = 1 − exp(−(r + f)),   up with share r/(r + f), down with share f/(r + f)
-contest = π = S_C^κ / (S_C^κ + (S_P + Σ aᵢ)^κ)
-aside = u(0) = −ωA − ω·s·E[π | 0]
-supply = u(1) = −supply_cost − (1 − ρ)·ωA − ω·s·E[π | 1]
-intervene = u(2) = −intervention_cost + tripwire + z − ω·s·E[π | 2]
-response = P = logit(λ·u(P))
-agreement = q = Π (1 − block)   over its members
-commitment = A = A_own + b·A_body,   b = 1 with probability q, else unagreed_share
-shock = z = ±common_shock,   half and half
-outlay = outlay = ωA·P(0) + (supply_cost + (1 − ρ)ωA)·P(1) + intervention_cost·P(2)
-smaller = ω = 1,   s → stake_share·s,   A → commitment_share·A,   tripwire → commitment_share·tripwire
-smaller-costs = outlay_L = burden_share·(outlay + stake_share·s·π),   B̂_L = burden_share·B̂
-perceived = P̂(a) / P̂(0) = exp(−doubt)·P(a) / P(0)   for a = 1, 2,   Ŝ_P = exp(−overconfidence)·S_P
-burden = B̂ = Σ P̂ᵢ(2)·escalationᵢ + P̂ᵢ(1)·sanctionᵢ
-fight = fight = −war_cost − B̂ + ω·π̂·prize + δ·( ω(1−π̂)·E_war[R V_P] + (1−ω)·E_war[V_W] )
-settle = settle = −settlement_cost + settlement_share·prize + δ·E_war[R V_P]
-hold = hold = −grievance + δ·E_peace[V_P]
-coerce = coerce = −grievance + coercion_gain − coercion_cost + c·prize + δ(1−c)·E_coerce[V_P]
-invade = invade = −onset_cost + fight
-limited = limited = −grievance − limited.cost − B̂_L + π̂_L·prize_share·prize + (1−ε)·δ·E_limited[V_P] + ε·invade
-choice = P(option) = exp(λ·worth) / Σ exp(λ·worth)   over the options on the table
-value-protege = of the protégé −Σ δᵗ·( war_cost·p_fought + loss_cost·(p_lost + settlement_share·p_settled) + peace_cost·p_peace + coercion_harm·p_coerced + limited.harm·p_limited )
-value-guarantor = of a guarantor −Σ δᵗ·( outlay·p_fought + outlay_L·p_limited + stake·(p_lost + settlement_share·p_settled) + presence_cost·p_peace )
-consent = p_j = expit( consent_precision_j · ( (V_j(package, peace) − V_j(alternative, war)) / u_j − sign_cost_j ) )
