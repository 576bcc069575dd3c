namespace MeliBot.Simulator;

/// <summary>A question as it stands at one moment. Statuses are the platform's words, so that a test can use one nobody knows.</summary>
public sealed record WorldQuestion
{
    public required long Id { get; init; }
    public required long SellerId { get; init; }
    public required long BuyerId { get; init; }
    public required string ItemId { get; init; }
    public required string Text { get; init; }
    public string Status { get; init; } = QuestionStatuses.Unanswered;
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset LastUpdated { get; init; }
    public WorldAnswer? Answer { get; init; }
    public bool Hidden { get; init; }
    public bool DeletedFromListing { get; init; }
    public bool SuspectedSpam { get; init; }
    public long? ApplicationId { get; init; }
}

/// <param name="By">Who wrote it: <c>app:{id}</c>, <c>elsewhere</c> or <c>person</c>.</param>
public sealed record WorldAnswer(string Text, string Status, DateTimeOffset Created, string By);

public static class QuestionStatuses
{
    public const string Unanswered = "UNANSWERED";
    public const string Answered = "ANSWERED";
    public const string ClosedUnanswered = "CLOSED_UNANSWERED";
    public const string UnderReview = "UNDER_REVIEW";
    public const string Banned = "BANNED";
    public const string Deleted = "DELETED";
    public const string Disabled = "DISABLED";
}
