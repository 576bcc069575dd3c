using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Claims;

/// <summary>Why something in a claim isn't said, isn't done, or isn't needed any more.</summary>
public static class ClaimReasons
{
    public static readonly ReasonCode Closed = new("claim.closed", "The claim is closed.");
    public static readonly ReasonCode NobodyToWrite = new("claim.nobody-to-write", "Mercado Libre lets the account write to nobody in this claim now (stage {0:term}).");
    public static readonly ReasonCode ReceiverChanged = new("claim.receiver-changed", "The text was written to {0:term}, and Mercado Libre now lets the account write only to {1:term}: write it anew.");
    public static readonly ReasonCode AnsweredSince = new("claim.answered-since", "A person has written in the claim since.");
    public static readonly ReasonCode NothingNew = new("claim.nothing-new", "Nothing new waits for a word in this claim.");
    public static readonly ReasonCode OnItsWay = new("claim.on-its-way", "A message in this claim is on its way already.");
    public static readonly ReasonCode Unreadable = new("claim.unreadable", "What should be written or done can't be read. Do it by hand on Mercado Libre.");
    public static readonly ReasonCode NotThere = new("claim.not-there", "Mercado Libre doesn't find claim {0}.");
    public static readonly ReasonCode NotYet = new("claim.not-yet", "Mercado Libre doesn't show the claim yet.");
    public static readonly ReasonCode NotRead = new("claim.not-read", "The claim can't be read: {0:reason}");
    public static readonly ReasonCode SlowRead = new("claim.slow-read", "Reading the claim took so long that another worker may take over soon.");
    public static readonly ReasonCode NotShown = new("claim.not-shown", "Mercado Libre took it, but doesn't show it in the claim yet; it is looked for again.");
    public static readonly ReasonCode PostedTwice = new("claim.posted-twice", "It was posted twice, both times without an answer, and it isn't in the claim. Look at the claim on Mercado Libre before writing it again.");
    public static readonly ReasonCode Moderated = new("claim.moderated", "Mercado Libre's moderation kept the message from its reader: {0}.");
    public static readonly ReasonCode Refused = new("claim.refused", "Mercado Libre refused it: {0:reason}");
    public static readonly ReasonCode Unknown = new("claim.unknown", "It isn't known whether it arrived: {0:reason}");
    public static readonly ReasonCode ActionGone = new("claim.action-gone", "Mercado Libre doesn't offer \"{0:term}\" in this claim any more. Nothing was done.");
    public static readonly ReasonCode ActionUnknown = new("claim.action-unknown", "It isn't known whether \"{0:term}\" was done: Mercado Libre gave no answer and the claim doesn't show it. It is never tried again by itself: look at the claim on Mercado Libre.");
    public static readonly ReasonCode FoundLater = new("claim.found-later", "It stands in the claim: it arrived after all.");
    public static readonly ReasonCode Unlinked = new("claim.unlinked", "Account {0} isn't linked any more. Link it again and replay this, or act on Mercado Libre.");
    public static readonly ReasonCode DueSoon = new("claim.due-soon", "\"{0:term}\" is due at {1}.");
    public static readonly ReasonCode Overdue = new("claim.overdue", "\"{0:term}\" was due at {1} and isn't done.");
    public static readonly ReasonCode PersonOnly = new("claim.person-only", "Only a person may do this, and a person has to name the effect.");
    public static readonly ReasonCode NotAllowed = new("claim.not-allowed", "This role may not do that in claims.");
    public static readonly ReasonCode OverLimit = new("claim.over-limit", "{0} is more than this role may decide on ({1}). Somebody with a higher limit has to confirm it.");
    public static readonly ReasonCode AmountUnknown = new("claim.amount-unknown", "The amount isn't known, so no limit can be applied: an administrator has to confirm it.");
    public static readonly ReasonCode PercentageMissing = new("claim.percentage-missing", "A partial refund needs one of the percentages that Mercado Libre offers; without one the platform would take 50 by itself.");
    public static readonly ReasonCode PercentageNotOffered = new("claim.percentage-not-offered", "Mercado Libre doesn't offer {0} % in this claim. It offers {1}.");
    public static readonly ReasonCode AnotherActionRuns = new("claim.another-action-runs", "Another action in this claim is on its way. Wait for its end.");
    public static readonly ReasonCode Changed = new("claim.changed", "The claim has changed since the page was shown. Look at it again and confirm anew.");
    public static readonly ReasonCode ProposalGone = new("claim.proposal-gone", "The proposal isn't there any more.");
    public static readonly ReasonCode FilesMissing = new("claim.files-missing", "This needs at least one file.");
}
