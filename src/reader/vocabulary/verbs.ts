/** Verbs of general English and of the field, in their base form, and the forms that no rule makes. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

/** Past tense and past participle of the verbs that do not take -ed. */
export const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = Object.fromEntries(
  words(`
    arise:arose:arisen become:became:become begin:began:begun bind:bound:bound break:broke:broken
    bring:brought:brought build:built:built buy:bought:bought catch:caught:caught choose:chose:chosen come:came:come
    cost:cost:cost cut:cut:cut deal:dealt:dealt do:did:done draw:drew:drawn drive:drove:driven fall:fell:fallen
    feed:fed:fed feel:felt:felt find:found:found fund:funded:funded get:got:got give:gave:given go:went:gone
    grow:grew:grown have:had:had hear:heard:heard hold:held:held keep:kept:kept know:knew:known lay:laid:laid
    lead:led:led learn:learnt:learnt leave:left:left let:let:let lose:lost:lost make:made:made mean:meant:meant
    meet:met:met overcome:overcame:overcome oversee:oversaw:overseen pay:paid:paid put:put:put read:read:read
    rebuild:rebuilt:rebuilt redo:redid:redone rewrite:rewrote:rewritten ring:rang:rung rise:rose:risen run:ran:run
    say:said:said see:saw:seen seek:sought:sought sell:sold:sold send:sent:sent set:set:set show:showed:shown
    shut:shut:shut sit:sat:sat speak:spoke:spoken spend:spent:spent spread:spread:spread stand:stood:stood
    take:took:taken teach:taught:taught tell:told:told think:thought:thought undergo:underwent:undergone
    understand:understood:understood undertake:undertook:undertaken withdraw:withdrew:withdrawn
    withhold:withheld:withheld win:won:won write:wrote:written underpin:underpinned:underpinned
    broadcast:broadcast:broadcast oversleep:overslept:overslept
  `).map(entry => {
    const [base = '', past = '', participle = ''] = entry.split(':')
    return [base, [past, participle]]
  }),
)

/** Verbs with the regular endings. */
export const regular = words(`
  accept access accommodate achieve acknowledge act adapt add address adhere adjust administer adopt advance advertise
  advise agree aim align allocate allow alter amend analyse announce answer anticipate appear apply appoint appreciate
  approach approve arrange ask assess assign assist assume assure attach attend audit author authorise await base
  believe belong benchmark benefit book brief cancel capture care carry cascade cease celebrate centralise chair
  challenge change charge chase check circulate clarify close co-chair co-design co-deliver co-locate co-ordinate
  co-produce coach code collaborate collate collect combine commence comment commission commit communicate compare
  compile complete comply concern conclude conduct confirm connect consider consist consolidate constitute consult
  contact contain continue contract contribute control convene convert cooperate coordinate copy counsel count cover
  create debate decide declare decline dedicate deem define delay delegate deliver demonstrate depend deploy describe
  design designate detail determine develop devise differ digitise direct discharge discontinue discuss disseminate
  display distribute document download draft echo edit educate elect embed emphasise employ empower enable encourage
  end endorse enforce engage enhance enlist enrich ensure enter equip escalate establish estimate evaluate evidence
  evolve examine exceed exclude exist expand expect experience explain explore express extend face facilitate fail
  feature fill finalise finish fix flag focus follow form formalise formulate foster fulfil gain gather generate
  govern guarantee guide halt hand handle happen harmonise help highlight hope host identify illustrate implement improve
  include incorporate increase indicate influence inform initiate insert inspect install instruct integrate intend
  interview introduce invest investigate invite involve issue join justify launch liaise limit link list listen locate
  log look maintain manage map mandate match measure mediate mention mentor merge minimise mitigate mobilise moderate
  modify monitor move name need negotiate nominate note notify number observe obtain occur offer operate opt organise
  orientate outline outsource own participate partner pass pause perform permit phase pilot place plan play populate
  postpone practise prepare present prevent print prioritise procure produce progress promote prompt propose protect
  provide publicise publish purchase pursue qualify query question raise reach react re-audit re-issue re-launch
  re-write readvertise realise reallocate rearrange reassure receive recirculate recognise recommend recommission
  reconvene record recruit redesign redraft reduce refer refine reflect refresh refuse regard register reinforce
  reissue reiterate reject relate relaunch release rely remain remedy remind remove rename renew reorganise repeat
  replace reply report represent request require research resolve resource respect respond restate restore restrict
  restructure result retain retest retire return reveal review revise revisit reward roll sample satisfy scan schedule
  scope screen scrutinise search secure select separate serve share shape sign signpost simplify source specify
  sponsor staff standardise start state stay steer stop store streamline strengthen stress study subject submit
  suggest summarise supervise supplement supply support suspend sustain target task tender test thank track trail
  train transfer transform translate trial trigger trust try update upgrade uphold upload upskill use utilise validate
  value vary verify view visit wait want watch welcome wish witness work emphasize organize recognize prioritize
  utilize standardize finalize analyze minimize scrutinize summarize authorize absorb accelerate accompany account
  accumulate accuse act activate add adjourn admit advocate afford alert alleviate allude anchor anonymise append
  appraise arm arrive ascertain assemble assert assimilate attain attract attribute avoid award back balance ban beg
  behave blame block boost borrow bring broaden browse budget calculate call calm campaign caution certify cite claim
  clarify classify clean click co-create co-facilitate co-fund co-opt combat come communicate compete compensate
  complain complement comprehend compress conceal concentrate condense configure confront congratulate conserve
  construct contest contextualise convey craft credit critique cross cross-reference curate curb customise date
  deactivate debrief deepen defend defer depart depict derive deserve deter deteriorate detect devote diagnose die
  diminish dip disagree disappear disaggregate discourage discover dismiss dispatch dispose disrupt divert divide
  dominate donate drop duplicate earn ease elaborate elicit eliminate e-mail email embark embrace emerge encounter endeavour
  enjoy enquire entail entitle envisage equate eradicate exchange excuse exercise exhibit expedite expire export
  expose fast-track file film filter fine-tune flow fold forward frame furnish gauge google grade grant greet group
  guard head heighten hide hire honour house ignore imagine impact impart impede imply impose impress inherit injure
  innovate input inquire insist inspire instigate institute insure intensify interact interpret intervene invent
  isolate jeopardise judge kick label last laminate legislate lengthen lessen level leverage lift light live load
  lobby lodge loosen lower mail mainstream march mark master mend mix model motivate multiply narrow navigate neglect
  nurture object occupy offset open order orient oust outnumber overhaul overlap overlook owe pack package pair patrol
  penalise pick pinpoint plug point pool portray post praise pray predict prefer prejudice prescribe preserve
  press pretend privilege probe proceed process prohibit project proliferate prolong pronounce proofread prosecute
  provoke prune pull pulse punish push query question queue rally re-run re-send readjust realign rebrand rebut
  recalculate recap recast reclaim recode recommence recontact rectify recur redact redeploy redirect redouble redress
  refurbish rehouse reintroduce relax remark remunerate render rent reorder repair repeal rephrase reposition
  reproduce rescue reserve reset resign resist rest restart retell rethink retrain retrieve reunite revert revoke
  ring-fence roll-out rotate route rule save scale scrap seal search seek segment sense sensitise settle sharpen
  shelve shorten sift silence simulate situate slip slow smooth soften spark speed stabilise stage stipulate stock
  straddle stray stretch strike strip struggle subcontract subscribe substitute sum superimpose supersede suppose
  surface surpass sweep symbolise sympathise synchronise synthesise tabulate talk tap taper telephone tidy tie time
  title tolerate top tour trade transcribe translate transmit transport travel trim triage trouble tweak typify
  underestimate undermine underscore undo unify unite unlock unpack unpick unveil uplift uproot usher vacate verbalise
  video visualise waive walk wane weaken widen wind worry wrap yield zone phone text dispense immunise vaccinate
  decommission dip-sample spot-check pledge promise concur dispute commend applaud apologise cause affect minute ratify rescind adjudicate admonish exploit harm abuse assault arrest convict detain bail parole
  sentence induct regret oblige omit originate outstrip perceive persist pertain possess presume prevail profile
  quantify quote rank rate reassess recall reconcile redevelop re-establish reestablish refocus reframe regulate
  rehearse relocate remodel renegotiate reopen reprioritise reside reprint resubmit resume reword safeguard seem
  shadow shift showcase solve sort span stimulate structure succeed suffer suit switch tackle tailor terminate theme
  tighten trace treat triangulate troubleshoot turn undergird underline urge vet voice volunteer vote warn weigh
  wonder
`)

/** They say what somebody thinks, and bind nobody to do a thing. */
export const positionVerbs = new Set(
  words(`
    accept acknowledge agree appreciate believe concur consider disagree endorse feel note recognise recognize regret
    reject respect support think understand value view welcome share reiterate dispute decline thank echo commend
    applaud apologise stress emphasise regard
  `),
)

/** Verbs of thinking that also tell of work done ("have considered", "was agreed"): in a past tense they are deeds. */
export const deedWhenPast = new Set(words('agree consider support note share view stress emphasise decline reject'))

/** "aims to", "has agreed to": they bind the speaker when "to" and a verb follow. */
export const planVerbs = new Set(
  words('aim intend plan hope expect propose commit undertake anticipate pledge promise wish mean agree want'),
)

/** They tell how things are: present tense of these is background and no practice. */
export const stateVerbs = new Set(
  words(`
    be appear apply arise assume belong benefit concern consist constitute contain cost deem depend describe differ
    exceed exist expect experience face fall fail feature find follow happen have highlight hope illustrate indicate
    know lack lie matter mean need occur outline own permit pertain possess range reflect regard relate remain remind
    represent require reside result reveal say see seem stand stay stem suggest suit understand vary want wish
    begin start cease come span become last end expire feel total amount equal cause affect involve cover account live
    average
  `),
)

/** Participles that after "is" or "are" tell a state: "is based on", "are known as". */
export const stateParticiples = new Set(
  words(`
    based known called located situated aware concerned associated related comprised composed made experienced
    interested designed intended likely located limited linked needed required meant named situated set supposed found
    seen described defined expected faced
  `),
)

/**
 * Participles that after "is" or "are" tell that something is finished: "is now in force and complete", "are closed".
 */
export const finishedParticiples = new Set(
  words('completed finished closed done achieved concluded finalised published launched signed appointed embedded'),
)
