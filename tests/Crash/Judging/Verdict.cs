namespace MeliBot.Crash.Tests.Judging;

/// <summary>What the platform's journal and our own rows say in the end.</summary>
/// <param name="Lost">Questions that stand unanswered although everything had time to drain, and that nobody is shown.</param>
/// <param name="Double">Questions with more than one accepted answer.</param>
/// <param name="Refused">Answers that the platform had to refuse for us: the second of two.</param>
/// <param name="OutOfOrder">Questions answered after a later one of the same buyer on the same item, although we had acknowledged them before that one was asked.</param>
/// <param name="Parked">What waits for a person, with its reason.</param>
/// <param name="Violations">Every broken invariant, in a sentence that begins with its number.</param>
internal sealed record Verdict(
    int Asked, IReadOnlyList<long> Lost, IReadOnlyList<long> Double, IReadOnlyList<string> Refused, IReadOnlyList<long> OutOfOrder, IReadOnlyList<string> Parked, IReadOnlyList<string> Violations);
