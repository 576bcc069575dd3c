using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Turns;

/// <summary>Whether a question can still be answered.</summary>
public static class OpenQuestion
{
    /// <summary>Why a question of this status can't be answered any more, in a sentence; null when it can, or when the status isn't known.</summary>
    public static string? WhyClosed(string? status) => WhyClosed(QuestionStatus.From(status ?? ""));

    internal static string? WhyClosed(QuestionStatus status) =>
        status == QuestionStatus.Answered ? "The question is answered."
        : status == QuestionStatus.Banned ? "Mercado Libre banned the question."
        : status == QuestionStatus.Deleted ? "The question was deleted."
        : status == QuestionStatus.Disabled ? "The question is disabled."
        : status == QuestionStatus.ClosedUnanswered ? "The listing closed before the question was answered."
        : null;
}
