//! The policies, evaluated again: they are what the table says, each of them counts, and the refusals stand by
//! themselves.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::LazyLock;

use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Effect, Entities, EntityId, EntityTypeName, EntityUid, Policy,
    PolicyId, PolicySet, PrincipalConstraint, Request, ResourceConstraint, RestrictedExpression, Schema,
    SchemaFragment, ValidationMode, Validator,
};
use domain::{Action, Capacity, Ground, Part, Strength};
use sha2::{Digest, Sha256};

type Question = (Capacity, Action, Part, Ground, Strength);

#[test]
fn the_table_is_what_the_policies_say() {
    for (capacity, action, part, ground, strength) in questions() {
        assert_eq!(
            access::allows(capacity, ground, part, action, strength),
            SWEEP.allowed.contains(&(capacity, action, part, ground, strength)),
            "{capacity} {action} {part} on {ground} ({strength}); if a policy changed: cargo xtask generate"
        );
    }
}

#[test]
fn no_permit_is_idle() {
    for policy in POLICIES.policies().filter(|policy| policy.effect() == Effect::Permit) {
        assert!(SWEEP.alone.contains(policy.id()), "without {} the table would be the same", policy.id());
    }
}

#[test]
fn no_refusal_is_idle() {
    // A `forbid` changes nothing while no policy permits too much; so everything is permitted here.
    for policy in POLICIES.policies().filter(|policy| policy.effect() == Effect::Forbid) {
        assert!(REFUSALS.alone.contains(policy.id()), "without {} everything could be permitted", policy.id());
    }
}

#[test]
fn the_refusals_stand_even_if_everything_is_permitted() {
    for (capacity, action, part, ground, _) in &REFUSALS.allowed {
        let what = format!("{capacity} {action} {part} on {ground}");
        assert!(!matches!(part, Part::Notes | Part::Complaint | Part::Complainant), "{what}");
        assert!(*action != Action::Witness, "{what}");
        assert!(!refused_to_administrators(*capacity, *part, *ground), "{what}");
        assert!(!refused_to_civil_society(*capacity, *part, *ground), "{what}");
        assert!(!(*capacity == Capacity::Health && *action == Action::Decide), "{what}");
        assert!(!(*capacity == Capacity::Monitor && *action == Action::Decide), "{what}");
    }
}

fn refused_to_administrators(capacity: Capacity, part: Part, ground: Ground) -> bool {
    let administers = matches!(
        capacity,
        Capacity::OrgAdministrator | Capacity::SystemAdministrator | Capacity::Analyst | Capacity::ExchangeEditor
    );
    let of_no_person = matches!(part, Part::Directory | Part::Accounts | Part::Keys | Part::Statistics);
    administers && !of_no_person && !(part == Part::Record && ground == Ground::OwnAccount)
}

fn refused_to_civil_society(capacity: Capacity, part: Part, ground: Ground) -> bool {
    let on_a_case = matches!(
        ground,
        Ground::Custody | Ground::Allocated | Ground::Referrer | Ground::Handover | Ground::Aftercare | Ground::Mandate
    );
    let before_an_answer = matches!(ground, Ground::Offer | Ground::Accepted);
    match capacity {
        Capacity::CsoManager => on_a_case || (before_an_answer && part != Part::Offer),
        Capacity::CsoPractitioner => on_a_case || before_an_answer || ground == Ground::Referral,
        _ => false,
    }
}

#[test]
fn the_policies_are_strictly_valid_and_use_the_words_of_the_domain() {
    let schema = fs::read_to_string(folder().join("passerelle.cedarschema")).unwrap();
    let judged = Validator::new(Schema::from_str(&schema).unwrap()).validate(&POLICIES, ValidationMode::Strict);
    assert!(judged.validation_passed_without_warnings(), "{judged}");

    let (fragment, _) = SchemaFragment::from_cedarschema_str(&schema).unwrap();
    let json = fragment.to_json_value().unwrap();
    for (list, codes) in
        [("Capacity", Capacity::CODES), ("Part", Part::CODES), ("Ground", Ground::CODES), ("Strength", Strength::CODES)]
    {
        assert_eq!(json.pointer(&format!("//entityTypes/{list}/enum")).unwrap(), &serde_json::json!(codes), "{list}");
    }
    let actions = json.pointer("//actions").unwrap().as_object().unwrap();
    let actions: BTreeSet<&str> = actions.keys().map(String::as_str).collect();
    assert_eq!(actions, Action::CODES.iter().copied().collect());
}

#[test]
fn each_policy_has_a_sentence_above_it() {
    for (file, text) in files() {
        let lines: Vec<&str> = text.lines().collect();
        for (before, line) in lines.iter().zip(lines.iter().skip(1)) {
            if line.starts_with("@id(") {
                assert!(before.starts_with("// ") && before.ends_with('.'), "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn the_table_names_the_policies_that_it_was_made_from() {
    let mut hash = Sha256::new();
    for (_, text) in files() {
        hash.update(text);
    }
    assert_eq!(access::POLICIES_SHA256, hex::encode(hash.finalize()), "cargo xtask generate");
}

#[test]
fn the_document_says_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/who-may-what.txt");
    let document = access::who_may_what(&access::allows, access::POLICIES_SHA256);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &document).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), document, "BLESS=1 cargo test -p access");
}

/// What came of putting questions to Cedar.
struct Sweep {
    allowed: BTreeSet<Question>,
    /// Policies that were the only reason for some answer.
    alone: BTreeSet<PolicyId>,
}

static POLICIES: LazyLock<PolicySet> = LazyLock::new(|| {
    let policies = files().into_iter().filter(|(file, _)| file.extension().is_some_and(|kind| kind == "cedar"));
    let sets = policies.map(|(_, text)| PolicySet::from_str(&text).unwrap());
    let named = sets.flat_map(|set| set.policies().cloned().collect::<Vec<_>>());
    PolicySet::from_policies(named.map(|policy| policy.new_id(PolicyId::new(policy.annotation("id").unwrap()))))
        .unwrap()
});

/// Every question there is, put to the policies as they are.
static SWEEP: LazyLock<Sweep> = LazyLock::new(|| {
    sweep(1, |slice| {
        let permits = policy_set(slice.iter().filter(|policy| policy.effect() == Effect::Permit));
        let all = policy_set(slice.iter());
        move |request| {
            // What the permits leave denied, no `forbid` can allow.
            let permitted = answer(request, &permits)?;
            let reasons = permitted.diagnostics().reason().cloned().collect();
            answer(request, &all).map(|_| reasons)
        }
    })
});

/// Every seventh question, put to the refusals and one policy that permits everything.
static REFUSALS: LazyLock<Sweep> = LazyLock::new(|| {
    let everything = Policy::parse(Some(PolicyId::new("everything")), "permit (principal, action, resource);").unwrap();
    sweep(7, |slice| {
        let forbids = slice.iter().filter(|policy| policy.effect() == Effect::Forbid);
        let set = policy_set(forbids.chain([&everything]));
        move |request| answer(request, &set).map(|_| Vec::new())
    })
});

fn answer(request: &Request, policies: &PolicySet) -> Result<cedar_policy::Response, Vec<PolicyId>> {
    let answer = Authorizer::new().is_authorized(request, policies, &Entities::empty());
    assert_eq!(answer.diagnostics().errors().count(), 0);
    match answer.decision() {
        Decision::Allow => Ok(answer),
        Decision::Deny => Err(answer.diagnostics().reason().cloned().collect()),
    }
}

/// Puts every so-many-th question to what `decider` makes of the policies that can speak to it. It answers with the
/// policies that were the reasons.
fn sweep<D>(every: usize, decider: impl Fn(&[Policy]) -> D + Sync) -> Sweep
where
    D: Fn(&Request) -> Result<Vec<PolicyId>, Vec<PolicyId>>,
{
    let situations: Vec<(Ground, Strength, Context)> = Ground::ALL
        .iter()
        .flat_map(|&ground| Strength::ALL.iter().map(move |&strength| (ground, strength)))
        .map(|(ground, strength)| {
            let entity = |list, code| RestrictedExpression::new_entity_uid(uid(list, code));
            let pairs = [
                ("ground".to_owned(), entity("Ground", ground.code())),
                ("strength".to_owned(), entity("Strength", strength.code())),
            ];
            (ground, strength, Context::from_pairs(pairs).unwrap())
        })
        .collect();

    let one = |capacity: Capacity, sweep: &mut Sweep| {
        for &action in Action::ALL {
            for &part in Part::ALL {
                let (who, what, on) =
                    (uid("Capacity", capacity.code()), uid("Action", action.code()), uid("Part", part.code()));
                let slice: Vec<Policy> =
                    POLICIES.policies().filter(|policy| speaks_to(policy, &who, &what, &on)).cloned().collect();
                let decide = decider(&slice);
                for (at, (ground, strength, context)) in situations.iter().enumerate() {
                    let number =
                        (capacity as usize * Action::ALL.len() + action as usize) * Part::ALL.len() + part as usize;
                    if !(number * situations.len() + at).is_multiple_of(every) {
                        continue;
                    }
                    let request = Request::new(who.clone(), what.clone(), on.clone(), context.clone(), None).unwrap();
                    let (reasons, allowed) = match decide(&request) {
                        Ok(reasons) => (reasons, true),
                        Err(reasons) => (reasons, false),
                    };
                    if allowed {
                        sweep.allowed.insert((capacity, action, part, *ground, *strength));
                    }
                    if let [alone] = reasons.as_slice() {
                        sweep.alone.insert(alone.clone());
                    }
                }
            }
        }
    };
    let (front, back) = Capacity::ALL.split_at(Capacity::ALL.len() / 2);
    let half = |capacities: &[Capacity]| {
        let mut sweep = Sweep { allowed: BTreeSet::new(), alone: BTreeSet::new() };
        for &capacity in capacities {
            one(capacity, &mut sweep);
        }
        sweep
    };
    std::thread::scope(|threads| {
        let front = threads.spawn(|| half(front));
        let mut whole = half(back);
        let mut other = front.join().unwrap();
        whole.allowed.append(&mut other.allowed);
        whole.alone.append(&mut other.alone);
        whole
    })
}

/// Can this policy say anything about such a question, going by its scope?
fn speaks_to(policy: &Policy, who: &EntityUid, what: &EntityUid, on: &EntityUid) -> bool {
    let actions = match policy.action_constraint() {
        ActionConstraint::Any => None,
        ActionConstraint::Eq(action) => Some(vec![action]),
        ActionConstraint::In(actions) => Some(actions),
    };
    actions.is_none_or(|actions| actions.contains(what))
        && !matches!(policy.principal_constraint(), PrincipalConstraint::Eq(other) if other != *who)
        && !matches!(policy.resource_constraint(), ResourceConstraint::Eq(other) if other != *on)
}

fn policy_set<'a>(policies: impl Iterator<Item = &'a Policy>) -> PolicySet {
    PolicySet::from_policies(policies.cloned()).unwrap()
}

fn uid(list: &str, code: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(EntityTypeName::from_str(list).unwrap(), EntityId::new(code))
}

fn questions() -> impl Iterator<Item = Question> {
    Capacity::ALL.iter().flat_map(|&capacity| {
        Action::ALL.iter().flat_map(move |&action| {
            Part::ALL.iter().flat_map(move |&part| {
                Ground::ALL.iter().flat_map(move |&ground| {
                    Strength::ALL.iter().map(move |&strength| (capacity, action, part, ground, strength))
                })
            })
        })
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")
}

/// The schema and the policy files, in the order of their names.
fn files() -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect()
}
