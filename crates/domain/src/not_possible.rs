//! Why something is not possible in the state that a file is in: every reason, for cases, referrals, posts and the register.

use crate::code::codes;

codes! {
    /// Why something is not possible in the state that the file is in.
    pub NotPossible as "not_possible" {
        /// The person is admitted already.
        AlreadyAdmitted = "already_admitted",
        /// Nobody has been admitted in this file.
        NotAdmitted = "not_admitted",
        /// The person is not in prison at that time.
        NotHeld = "not_held",
        /// The person is in prison at that time.
        StillHeld = "still_held",
        /// The case is closed.
        Closed = "closed",
        /// Case closed only after release with aftercare ended, or after death.
        NotReadyToClose = "not_ready_to_close",
        /// A plan needs an assessment first.
        NotAssessed = "not_assessed",
        /// A plan needs at least one goal.
        NoGoal = "no_goal",
        /// A goal answers a need that the assessment does not name.
        NeedNotAssessed = "need_not_assessed",
        /// There is no such plan version.
        PlanUnknown = "plan_unknown",
        /// A newer version exists.
        PlanSuperseded = "plan_superseded",
        /// It has been approved or returned already.
        PlanDecided = "plan_decided",
        /// Nobody approves their own plan.
        OwnPlan = "own_plan",
        /// The person has not been asked yet.
        PersonNotAsked = "person_not_asked",
        /// A referral begins from an approved plan.
        PlanNotApproved = "plan_not_approved",
        /// There is no such goal.
        GoalUnknown = "goal_unknown",
        /// There is no such consent, or it does not hold.
        ConsentNotHolding = "consent_not_holding",
        /// The consent names another receiver.
        ConsentForAnother = "consent_for_another",
        /// There is no such consent.
        ConsentUnknown = "consent_unknown",
        /// There is no such measure.
        MeasureUnknown = "measure_unknown",
        /// The measure has ended.
        MeasureEnded = "measure_ended",
        /// There is no such restraint or use of force.
        RestraintUnknown = "restraint_unknown",
        /// The restraint was taken off already.
        RestraintRemoved = "restraint_removed",
        /// The end lies before the beginning.
        EndBeforeBeginning = "end_before_beginning",
        /// An extension must lengthen.
        NotLonger = "not_longer",
        /// At least one dated fact about this person is needed.
        NoIndividualFact = "no_individual_fact",
        /// A sentence, an offence or a list is no ground for a measure by itself.
        GroundNotIndividual = "ground_not_individual",
        /// Faith, origin, nationality, language or opinion is never a ground for a measure.
        GroundProtected = "ground_protected",
        /// An extension rests on a review from outside the line of command, after the last decision, that says it may go on.
        NoOutsideReview = "no_outside_review",
        /// At least one other way must have been considered.
        NoAlternative = "no_alternative",
        /// A fact lies in the future.
        FactInFuture = "fact_in_future",
        /// No handover is waiting for an answer.
        NoHandover = "no_handover",
        /// The organisation has no vault for notes, or it is another one.
        NoVault = "no_vault",
        /// Nobody else holds the vault: without this holder every note would be lost.
        LastHolder = "last_holder",
        /// The vault must be open in this session.
        VaultClosed = "vault_closed",
        /// Two offers for this need wait for an answer already.
        TwoOffersOpen = "two_offers_open",
        /// Why stays with the organisation for a service of this aim.
        CauseStaysInside = "cause_stays_inside",
        /// The person must have agreed to these words.
        NotAgreed = "not_agreed",
        /// Whoever is not told at once is told on a day, for a reason.
        DelayNeedsReason = "delay_needs_reason",
        /// No such disclosure here.
        DangerUnknown = "danger_unknown",
        /// Whoever disclosed it does not answer it.
        OwnDisclosure = "own_disclosure",
        /// A passphrase must be chosen first.
        NoPassphrase = "no_passphrase",
        /// A handover is waiting for an answer already.
        HandoverWaiting = "handover_waiting",
        /// The person has not been released, or only after that time.
        NotReleased = "not_released",
        /// There is no such referral in this case.
        ReferralUnknown = "referral_unknown",
        /// It was offered already.
        AlreadyOffered = "already_offered",
        /// It is not waiting for an answer.
        NotOffered = "not_offered",
        /// It has not been accepted.
        NotAccepted = "not_accepted",
        /// Nobody has been named.
        NotAssigned = "not_assigned",
        /// It is not on hold.
        NotOnHold = "not_on_hold",
        /// The place was not lost.
        PlaceNotLost = "place_not_lost",
        /// It has ended.
        ReferralEnded = "referral_ended",
        /// There is no such session.
        SessionUnknown = "session_unknown",
        /// The session has been recorded already.
        SessionRecorded = "session_recorded",
        /// The initial meeting comes first.
        MeetingFirst = "meeting_first",
        /// The service report comes first.
        ReportFirst = "report_first",
        /// The day of answer has passed.
        AnswerDayPassed = "answer_day_passed",
        /// It is so already.
        AlreadyDone = "already_done",
        /// Nobody confirms what they proposed.
        OwnProposal = "own_proposal",
        /// Nobody gives their own account new credentials.
        OwnAccount = "own_account",
        /// Whoever confirms administers in the same capacity as whoever asked.
        OtherCapacity = "other_capacity",
        /// It was not proposed.
        NotProposed = "not_proposed",
        /// The entry was changed since it was read.
        EntryChanged = "entry_changed",
        /// The youngest age lies above the oldest.
        AgesReversed = "ages_reversed",
        /// Not an address of a page on the web.
        NoWebAddress = "no_web_address",
        /// Not an address of a mailbox.
        NoMailbox = "no_mailbox",
        /// The capacity does not belong to this kind of organisation.
        CapacityElsewhere = "capacity_elsewhere",
        /// There is no such token.
        TokenUnknown = "token_unknown",
        /// Nobody proposes or issues a token of their own account.
        TokenOwn = "token_own",
        /// A token for nothing.
        TokenNoScope = "token_no_scope",
        /// A token lasts a year at most.
        TokenTooLong = "token_too_long",
        /// Not something this subject can have.
        WrongSubject = "wrong_subject",
        /// The time concerned lies in the future.
        InFuture = "in_future",
        /// No restriction stands on the file.
        NotRestricted = "not_restricted",
        /// Nobody who is named could lift the restriction.
        NobodyToLift = "nobody_to_lift",
        /// No conflict of interest of this account stands.
        NoConflict = "no_conflict",
        /// A restriction or a conflict of interest keeps this account from the file.
        Barred = "barred",
        /// The organisation, service or account is not known or no longer open.
        NotOpen = "not_open",
        /// There is no such act in this file.
        ActUnknown = "act_unknown",
        /// Not something that another report corrects.
        NotCorrectable = "not_correctable",
        /// Not something that is struck.
        NotStrikable = "not_strikable",
        /// The correction is of another kind.
        AnotherKind = "another_kind",
        /// A hold lasts six months at the most.
        HoldTooLong = "hold_too_long",
        /// There is no such hold, or it was lifted.
        HoldUnknown = "hold_unknown",
        /// No erasure was announced.
        NotAnnounced = "not_announced",
        /// The day has not come, or is too near.
        TooSoon = "too_soon",
        /// A hold lies on the file.
        HeldBack = "held_back",
        /// An erasing that the law orders names the order, made by then; no other erasing names one.
        OrderNotNamed = "order_not_named",
        /// The file is open to this account already.
        EmergencyOpen = "emergency_open",
        /// The file is open to this account by its work.
        EmergencyNotNeeded = "emergency_not_needed",
        /// There is no such opening.
        EmergencyUnknown = "emergency_unknown",
        /// Nobody examines their own opening.
        OwnEmergency = "own_emergency",
        /// Whoever stands below somebody in a prison does not examine what that person opened.
        EmergencyOfLeader = "emergency_of_leader",
        /// An earlier opening of this account was not examined for seven days.
        EmergencySuspended = "emergency_suspended",
        /// As many were opened or tried within the hour as may be, by them or by their organisation; nothing was looked up.
        EmergencyPaced = "emergency_paced",
        /// Whoever stands in for a post opens nothing in an emergency and examines no opening: both are a person's own.
        EmergencyStandingIn = "emergency_standing_in",
        /// There is no such post here.
        PostUnknown = "post_unknown",
        /// The post does not exist at that time, or not all of it.
        PostNotThere = "post_not_there",
        /// Somebody holds the post at that time.
        PostHeld = "post_held",
        /// The post is of another capacity than the account.
        PostOfAnotherCapacity = "post_of_another_capacity",
        /// Where the post reports is on record for that time.
        LineThere = "line_there",
        /// The post would report to itself, through others.
        LineCircle = "line_circle",
        /// No such entry about posts, or it counts no more.
        EntryUnknown = "entry_unknown",
        /// Nobody stands in for themselves, nor says so of themselves.
        CoverOneself = "cover_oneself",
        /// Somebody stands in for the post at that time already, or was proposed to.
        CoverThere = "cover_there",
        /// Longer than anybody stands in without a new decision.
        CoverTooLong = "cover_too_long",
        /// The holder of the post changes in that time.
        CoverGap = "cover_gap",
        /// Somebody else holds the post than was said.
        HolderOther = "holder_other",
        /// Nobody holds the post, so nobody is on leave.
        NobodyAway = "nobody_away",
        /// The time is over.
        CoverOver = "cover_over",
        /// The body inspects this prison already, and has not reported.
        InspectionOpen = "inspection_open",
        /// The report was given to the prison: what it says stands.
        InspectionReported = "inspection_reported",
        /// Nothing was looked at yet.
        InspectionEmpty = "inspection_empty",
        /// Standing in is ended; it is never said not to have been.
        CoverNotVoided = "cover_not_voided",
        /// The account belongs to another organisation.
        CoverElsewhere = "cover_elsewhere",
        /// Somebody of this capacity does not stand in for such a post.
        CoverOtherCapacity = "cover_other_capacity",
    }
}
