using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Policy;

/// <summary>Why a reply was sent, drafted, held or dropped.</summary>
public static class PolicyReasons
{
    public static readonly ReasonCode ModeAuto = new("policy.mode-auto", "Mode auto.");
    public static readonly ReasonCode ModeDraft = new("policy.mode-draft", "Mode draft: a person approves every reply to {0:term} of this account.");
    public static readonly ReasonCode ModeShadow = new("policy.mode-shadow", "Shadow mode: nothing is sent.");
    public static readonly ReasonCode ModeOff = new("policy.mode-off", "The bot is switched off for {0:term} of this account; people answer.");
    public static readonly ReasonCode WithoutShadow = new("policy.without-shadow", "{0:reason} Without it: {1:term}.");

    public static readonly ReasonCode Sent = new("policy.sent", "The mode allows it, everything asked is answered, and no guard objects.");
    public static readonly ReasonCode SentOpen = new("policy.sent-open", "The mode allows it, and no guard objects.");
    public static readonly ReasonCode LeftOpen = new("policy.left-open", "Left open, as the rules allow: {0}.");
    public static readonly ReasonCode Notice = new("policy.notice", "A person is told: '{0}' was recognised with {1:number}, less than {2:number}.");

    public static readonly ReasonCode NothingAsked = new("policy.nothing-asked", "The bot has nothing to say, and nothing was asked.");
    public static readonly ReasonCode NoAnswerNeeded = new("policy.no-answer-needed", "The bot has nothing to say, and the buyer asked nothing that needs an answer.");
    public static readonly ReasonCode NothingToSay = new("policy.nothing-to-say", "The bot has nothing to say to this; a person has to answer.");

    public static readonly ReasonCode OwnerWaiting = new("policy.owner-waiting", "The conversation waits for a person.");
    public static readonly ReasonCode OwnerAgent = new("policy.owner-agent", "A person speaks in this conversation now.");
    public static readonly ReasonCode HandOff = new("policy.hand-off", "The bot asked for a person.");
    public static readonly ReasonCode HandOffWhy = new("policy.hand-off-why", "The bot asked for a person: {0}.");
    public static readonly ReasonCode Uncovered = new("policy.uncovered", "The reply doesn't answer all that was asked: {0}.");
    public static readonly ReasonCode Unsure = new("policy.unsure", "'{0}' was recognised with {1:number}, less than {2:number}.");
    public static readonly ReasonCode UnsureCritical = new("policy.unsure-critical", "'{0}' is critical and was recognised with {1:number}, less than {2:number}.");
    public static readonly ReasonCode UnknownStatus = new("policy.unknown-status", "The question's status is \"{0}\", which this version doesn't know: a person decides.");

    public static readonly ReasonCode GuessedFact = new("policy.guessed-fact", "It states {0} ({1:term}) from source '{2}': such facts must not be guessed.");
    public static readonly ReasonCode SourcelessFact = new("policy.sourceless-fact", "It states {0} ({1:term}) from no source: such facts must not be guessed.");
    public static readonly ReasonCode NoFact = new("policy.no-fact", "It speaks of {0:term} without a fact behind it: such facts must not be guessed.");

    public static readonly ReasonCode NowhereToGo = new("policy.nowhere-to-go", "There is nothing that this text could answer. {0:reason}");
    public static readonly ReasonCode EmptyFixedReply = new("policy.empty-fixed-reply", "The fixed reply says nothing once it is plain text.");
}
