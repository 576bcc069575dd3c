using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Turns;

/// <summary>Whether a question can still be answered.</summary>
public static class OpenQuestion
{
    /// <summary>Why a question of this status can't be answered any more; null when it can, or when the status isn't known.</summary>
    public static Reason? WhyClosed(string? status) => WhyClosed(QuestionStatus.From(status ?? ""));

    internal static Reason? WhyClosed(QuestionStatus status) =>
        status == QuestionStatus.Answered ? TurnReasons.Answered
        : status == QuestionStatus.Banned ? TurnReasons.Banned
        : status == QuestionStatus.Deleted ? TurnReasons.Deleted
        : status == QuestionStatus.Disabled ? TurnReasons.Disabled
        : status == QuestionStatus.ClosedUnanswered ? (Reason)TurnReasons.ListingClosed
        : null;
}
