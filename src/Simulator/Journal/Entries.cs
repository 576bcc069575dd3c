namespace MeliBot.Simulator;

/// <summary>One request at the platform.</summary>
/// <param name="Status">Null: no reply left, or the connection was cut.</param>
/// <param name="Fault">The fault that was applied, if any.</param>
public sealed record JournalCall(
    long Seq, DateTimeOffset At, string Method, string Path, string Query, int? Status, long? ApplicationId, long? UserId, string? Fault);

/// <summary>One write: what it meant to change, and whether it was accepted.</summary>
/// <param name="Kind"><c>answer</c>, <c>ask</c>, <c>delete-question</c>, <c>hide-question</c>, <c>blacklist</c>, <c>unblacklist</c>, <c>token</c>, <c>revoke</c>, and of claims <c>claim-message</c> and the others in <see cref="EffectKinds"/>.</param>
/// <param name="Key">The question, user, account, pack or claim that it is about.</param>
/// <param name="Refusal">The platform's error code, or <c>stage_forbids</c> for a claim's message to somebody whom the stage doesn't allow; null when accepted.</param>
/// <param name="By"><c>app:{id}</c>, <c>elsewhere</c>, <c>person</c> or, of a question, <c>buyer</c>.</param>
/// <param name="Amount">Of an act that costs money: how much.</param>
public sealed record JournalEffect(
    long Seq, DateTimeOffset At, string Kind, string Key, bool Accepted, string? Refusal, string By, long? UserId, string? Text, decimal? Amount = null);

/// <summary>Something that the platform counts against an application.</summary>
/// <param name="Kind"><c>client-errors</c>, <c>write-over-429</c>, <c>retry-after-undercut</c>, <c>refresh-token-reuse</c>, <c>code-reuse</c>.</param>
public sealed record JournalViolation(long Seq, DateTimeOffset At, string Kind, long? ApplicationId, long? UserId, string Detail);
