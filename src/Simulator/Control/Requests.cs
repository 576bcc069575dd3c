namespace MeliBot.Simulator;

public sealed record SubscribeRequest(Uri? Callback, IReadOnlyList<string>? Topics);

/// <summary>What is given changes; the rest stays.</summary>
public sealed record ApplicationChange(
    IReadOnlyList<string>? Secrets, bool? Blocked, bool? Pkce, bool? OfflineAccess, bool? WriteScope, AccessLevel? Communication, AccessLevel? Publishing, NoticeForm? NoticeForm);

public sealed record GrantRequest(long Application, long User);

public sealed record DocumentsRequest(bool Owed);

/// <summary>What is given changes; the rest stays.</summary>
public sealed record ItemChange(string? Title, decimal? Price, decimal? RegularPrice, int? Stock, string? Status, IReadOnlyDictionary<string, int>? VariationStock);

public sealed record AskRequest(long Buyer, string Item, string Text);

public sealed record AnswerRequest(string Text, string? By);

public sealed record ReasonRequest(string? Reason);

public sealed record StatusRequest(string Status);

public sealed record CopiesRequest(int Copies = 1);

public sealed record HandoverRequest(long Question);

public sealed record BlacklistRequest(long Seller, long Buyer, bool Listed = true);

public sealed record AdvanceRequest(TimeSpan By);

public sealed record WaitRequest(TimeSpan? Timeout);

public sealed record PersonRequest(TimeSpan? After, TimeSpan? WhenUnansweredFor);

public sealed record CancelRequest(string? By, bool Fraud);

public sealed record TagRequest(string Tag, bool On = true);

public sealed record MissingRequest(IReadOnlyList<string> Parts);

public sealed record MoveRequest(string Status, string? Substatus);

public sealed record WriteRequest(string? Text, IReadOnlyList<string>? Files, bool Moderated);

/// <summary>What is given changes; the rest stays.</summary>
/// <param name="Block">A substatus, <c>none</c> for active, <c>by-order</c> for what follows from the order.</param>
public sealed record ThreadChange(
    bool? Agent, string? Block, int? MaxLength, bool? Excepted, bool? BuyerDeactivated, bool? Locked, string? ModerateNext);
