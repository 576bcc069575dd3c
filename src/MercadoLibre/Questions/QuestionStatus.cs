using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a question stands. <c>UNDER_REVIEW</c> may return to <c>UNANSWERED</c>; the text of a <c>BANNED</c> one is empty.</summary>
[JsonConverter(typeof(OpenEnumConverter<QuestionStatus>))]
public readonly record struct QuestionStatus(string? Value) : IOpenEnum<QuestionStatus>
{
    public static readonly QuestionStatus Unanswered = new("UNANSWERED");
    public static readonly QuestionStatus Answered = new("ANSWERED");
    public static readonly QuestionStatus ClosedUnanswered = new("CLOSED_UNANSWERED");
    public static readonly QuestionStatus UnderReview = new("UNDER_REVIEW");
    public static readonly QuestionStatus Banned = new("BANNED");
    public static readonly QuestionStatus Deleted = new("DELETED");
    public static readonly QuestionStatus Disabled = new("DISABLED");

    public static IReadOnlyList<QuestionStatus> Known { get; } = [Unanswered, Answered, ClosedUnanswered, UnderReview, Banned, Deleted, Disabled];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static QuestionStatus From(string value) => new(value);

    public bool Equals(QuestionStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
