//! What would remedy a finding.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// What would remedy it.
    Remedy {
        /// End the measure, or give meaningful contact for more than two hours in a block of 24 hours.
        EndMeasure = "end_measure",
        /// Choose a planned end no later than the moment at which the limit is reached.
        ShortenPlan = "shorten_plan",
        /// Record the regime of the days that have no complete record.
        RecordRegime = "record_regime",
        /// Record when the measure is planned to end.
        RecordPlannedEnd = "record_planned_end",
        /// Record the date of birth, as an interval if it is not sure.
        RecordBirth = "record_birth",
        /// Propose a plan with a release section.
        ProposePlan = "propose_plan",
        /// Propose a new version of the plan, with a release section.
        AddReleaseSection = "add_release_section",
        /// Have it reviewed by somebody outside the line of command.
        ReviewFromOutside = "review_from_outside",
        /// Record the posts and reporting lines of that day, and the review again as a correction.
        RecordPosts = "record_posts",
        // Measures and separation.
        /// Open one way in which the family can stay in touch.
        OpenOneWay = "open_one_way",
        /// Ask the health service whether it would make a disability worse.
        AskHealthOfHarm = "ask_health_of_harm",
        /// Plan what lessens the harm of being apart.
        PlanRelief = "plan_relief",
        /// Answer what the health service said: end or change the measure, or refer it upward with reasons.
        AnswerHealth = "answer_health",
        // Restraints, searches and discipline.
        /// Record why it was done.
        RecordGround = "record_ground",
        /// Attest whether something less would have worked, by a correction.
        AttestLeast = "attest_least",
        /// Record whether everybody who did it was trained in it on that day.
        RecordTraining = "record_training",
        /// Record when it was taken off.
        RecordRemoval = "record_removal",
        /// Tell the health service, and record when.
        TellHealth = "tell_health",
        /// Report to the authority above the prison, and record when.
        TellAuthority = "tell_authority",
        /// Report to the director, and record when.
        TellDirector = "tell_director",
        /// Record the checks that were made.
        RecordChecks = "record_checks",
        /// Look now, and take it off unless the danger goes on.
        CheckAndRemove = "check_and_remove",
        /// Take it off now.
        RemoveNow = "remove_now",
        /// Ask the health service to attest from when until when.
        AskHealth = "ask_health",
        /// Record whether a medical or psychological professional was there.
        RecordProfessional = "record_professional",
        /// Complete the record of the search, by a correction.
        CompleteSearch = "complete_search",
        /// Record the result once it is known, by a correction.
        RecordResult = "record_result",
        /// Record what became of papers of the person's own case.
        RecordPapers = "record_papers",
        // Daily life, contact and information.
        /// Record the days that are missing.
        RecordDays = "record_days",
        /// Offer contact with family.
        OfferContact = "offer_contact",
        /// Record contact that was offered and is not on record, or offer it.
        RecordContact = "record_contact",
        /// Let the person and the lawyer meet.
        LetLawyerIn = "let_lawyer_in",
        /// Complete the record of the contact with the lawyer by a correction.
        CompleteLegalRecord = "complete_legal_record",
        /// Offer contact with the consulate or a protecting agency; tell nobody without the person's consent.
        OfferConsulate = "offer_consulate",
        /// Give the information that is missing.
        GiveInformation = "give_information",
        /// Give it again in a language that the person understands, or with an interpreter.
        GiveUnderstood = "give_understood",
        /// Say it aloud.
        TellAloud = "tell_aloud",
        /// Let the person tell the family.
        TellFamily = "tell_family",
        /// Record where the person sleeps.
        RecordPlace = "record_place",
        /// Keep those apart who must be kept apart.
        KeepApart = "keep_apart",
        /// Give a room alone, or ask the central administration.
        AskAdministration = "ask_administration",
        /// Complete the record of the work, by a correction.
        CompleteWork = "complete_work",
        // Admission, health, plan and release.
        /// Offer only support that implies no guilt.
        OfferSupportOnly = "offer_support_only",
        /// Withdraw the referral and begin it again.
        BeginReferralAnew = "begin_referral_anew",
        /// Assess, and propose a version of the plan that follows it.
        AssessThenPlan = "assess_then_plan",
        /// Hold a review of the plan, or propose a new version.
        ReviewPlan = "review_plan",
        /// Name a case manager.
        NameCaseManager = "name_case_manager",
        /// Offer a copy of the file.
        OfferFileCopy = "offer_file_copy",
        /// Meet the person outside.
        MeetOutside = "meet_outside",
        /// Offer the handover to a service.
        OfferHandover = "offer_handover",
        /// Arrange what is needed on the day of release.
        ArrangeRelease = "arrange_release",
        /// Release the person, or have a valid order shown.
        ReleaseOrOrder = "release_or_order",
        /// Record the order on which the person is held.
        RecordOrder = "record_order",
        /// Fill the groups of the register, and record it.
        FillRegister = "fill_register",
        /// Complete what is written about the children, and record the numbers.
        RecordChildren = "record_children",
        /// Help to arrange the care of the children.
        ArrangeCare = "arrange_care",
        /// List the belongings and have the list signed.
        ListProperty = "list_property",
        /// Give the belongings back against a signed receipt.
        ReturnProperty = "return_property",
        /// Record the distances and the reason, or ask for a place nearer to home.
        RecordDistance = "record_distance",
        /// Have the person examined by a health professional.
        Examine = "examine",
        /// Offer the areas of the screening that are missing.
        OfferAreas = "offer_areas",
        /// Have the person seen by the health service now.
        SeeAtOnce = "see_at_once",
        /// Record the rounds of the days that have no record.
        RecordRound = "record_round",
        /// Follow the advice, or refer it upward with a report.
        AnswerAdvice = "answer_advice",
        /// Follow the clinical decision.
        FollowDecision = "follow_decision",
        /// Begin the move to the facility.
        BeginMove = "begin_move",
        /// Record the assessment, and have the report of the health service given.
        CompleteReports = "complete_reports",
        /// Record what the plan has considered.
        ConsiderInPlan = "consider_in_plan",
        /// Look at what is missing in the assessment, and record it.
        ConsiderInAssessment = "consider_in_assessment",
        /// Classify from dated facts about this person, with a day of review.
        Classify = "classify",
        /// Decide what was asked for, with a reason.
        DecideAccommodation = "decide_accommodation",
        /// Hand the care that goes on over to where the person is.
        HandOverCare = "hand_over_care",
        /// Complete the record of the measure, by a correction.
        CompleteMeasure = "complete_measure",
        /// Look at the conditions under the measure, and record them.
        RecordConditions = "record_conditions",
    }
}
