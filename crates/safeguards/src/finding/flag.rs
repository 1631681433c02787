//! What else must be said about a result.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// What else must be said about a result.
    Flag {
        /// Days without a complete regime record were counted as solitary, because nothing shows that they were not.
        OnPresumption = "on_presumption",
        /// The planned end lies beyond the limit, whatever happens until then.
        Planned = "planned",
        /// The planned end is not known.
        NoPlannedEnd = "no_planned_end",
        /// The person was under 18.
        Child = "child",
        /// The age is disputed and spans 18: the child rules apply.
        AgeDisputed = "age_disputed",
        /// Pregnant, with an infant or breastfeeding, as attested.
        Circumstance = "circumstance",
        /// Undetermined for longer than the policy clock: the record itself is now the fault.
        Overdue = "overdue",
        /// Somebody in the line of command reviewed it: that is no independent review.
        InsideLine = "inside_line",
        /// Whether a reviewer was outside the line of command was not known, for posts or lines of that day were not recorded.
        LineNotKnown = "line_not_known",
        /// Counted against a stricter limit of national law; the number of the text is not reached yet.
        NationalLimit = "national_limit",
        // Measures and separation.
        // Restraints, searches and discipline.
        /// Chains, irons, or something painful or degrading in itself.
        ProhibitedInstrument = "prohibited_instrument",
        /// As a punishment.
        AsPunishment = "as_punishment",
        /// Attested: something less would have worked, or intruded less.
        NotTheLeast = "not_the_least",
        /// Not everybody who did it was trained in it on that day.
        NotTrained = "not_trained",
        /// Restrained before a judicial or administrative authority.
        BeforeAuthority = "before_authority",
        /// Not by order of the director.
        NotTheDirector = "not_the_director",
        /// For a purpose that the rule does not name.
        OtherPurpose = "other_purpose",
        /// Nothing else was tried first.
        NothingTried = "nothing_tried",
        /// The health service was told late, or nothing says that it was.
        HealthNotTold = "health_not_told",
        /// The authority above the prison was told late, or nothing says that it was.
        AuthorityNotTold = "authority_not_told",
        /// The director was told late, or nothing says so.
        DirectorNotTold = "director_not_told",
        /// Nobody looked for longer than the policy clock.
        NotChecked = "not_checked",
        /// It stayed on after the danger was over.
        StayedOn = "stayed_on",
        /// In labour, childbirth or the time after it, as attested.
        Childbirth = "childbirth",
        /// No medical or psychological professional was there from first to last.
        NoProfessional = "no_professional",
        /// A reason or a legal basis is missing.
        NoBasis = "no_basis",
        /// Reason, searcher or result is not in the record.
        RecordIncomplete = "record_incomplete",
        /// Somebody of another sex searched.
        OtherSex = "other_sex",
        /// Not out of the sight of others.
        NotPrivate = "not_private",
        /// Whoever treats the person searched.
        TreatingHealth = "treating_health",
        /// Somebody searched who is no health professional, nor trained by one.
        NotMedicallyTrained = "not_medically_trained",
        /// Somebody read papers of the person's own case.
        PapersRead = "papers_read",
        /// Papers of the person's own case were taken and not given on request.
        PapersWithheld = "papers_withheld",
        /// A scan was possible, and nobody thought of it.
        NoScan = "no_scan",
        // Daily life, contact and information.
        /// The record says that it was not made possible.
        NotGiven = "not_given",
        /// Somebody could hear or read it.
        Overheard = "overheard",
        /// The work gave power over others in prison.
        PowerOver = "power_over",
        /// The work was for the private benefit of somebody of the staff.
        ForStaff = "for_staff",
        /// The person did not choose it.
        NotChosen = "not_chosen",
        /// It was not paid.
        NotPaid = "not_paid",
        // Admission, health, plan and release.
        /// The person was held untried or under civil law.
        NotConvicted = "not_convicted",
        /// The person was held without charge.
        WithoutCharge = "without_charge",
        /// What a service aimed at was not written down when the referral began.
        AimNotKnown = "aim_not_known",
        /// The plan is older than any assessment.
        BeforeAssessment = "before_assessment",
        /// No service had taken over when the person was released.
        NobodyTookOver = "nobody_took_over",
        /// A group of the register is still open.
        GroupOpen = "group_open",
        /// One of the two reports is there, the other is missing.
        OneOfTwo = "one_of_two",
        /// What is on record leaves something out.
        LeftOut = "left_out",
        /// It rests on no dated fact about this person.
        NoIndividualFact = "no_individual_fact",
        /// No less restrictive way was considered.
        NoAlternative = "no_alternative",
        /// A law, a policy in force or a review is not there.
        NotLaidDown = "not_laid_down",
        /// A living condition was taken away, or the body was touched.
        TakenAway = "taken_away",
        /// Until further notice, or without any end.
        WithoutEnd = "without_end",
        /// Somebody authorised it who is not a competent authority.
        NotCompetent = "not_competent",
        /// It was authorised after it began.
        AuthorisedLate = "authorised_late",
        /// It was begun in an emergency.
        BegunInEmergency = "begun_in_emergency",
        /// Somebody of the health service took part in it.
        HealthTookPart = "health_took_part",
        /// No way was left to stay in touch with the family.
        NoWayLeft = "no_way_left",
        /// No ground has to do with security and order.
        NotForOrder = "not_for_order",
        /// No independent review came in time.
        NotReviewed = "not_reviewed",
        /// Nobody wrote down how the room is.
        NotLookedAt = "not_looked_at",
        /// Dark by day, or lit by night.
        NoDayOrNoNight = "no_day_or_no_night",
        /// The health service attested that it would make a disability worse.
        HarmAttested = "harm_attested",
        /// The director was told of the harm late.
        ToldLate = "told_late",
        /// The director did not answer in time.
        NotAnswered = "not_answered",
        /// The measure goes on against what the health service said, and was not referred upward.
        NotReferred = "not_referred",
    }
}
