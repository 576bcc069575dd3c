using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

internal static class Order
{
    /// <summary>Questions answered after a later one of the same buyer on the same item, although we knew them before that one was asked. What is left to a person has no answer yet, and no place in the order.</summary>
    /// <param name="rows">Null: what was acknowledged counts as known; otherwise what was stored before the later one's answer was planned.</param>
    public static IEnumerable<long> BrokenIn(IReadOnlyList<WorldQuestion> questions, PlatformRecord platform, StoreRows? rows = null)
    {
        foreach (var conversation in questions.GroupBy(question => (question.ItemId, question.BuyerId)).Where(group => group.Skip(1).Any()))
        {
            var inOrder = conversation.OrderBy(question => question.Created).ThenBy(question => question.Id).ToList();
            for (var i = 0; i < inOrder.Count - 1; i++)
            {
                var earlier = inOrder[i];
                if (platform.AnswersOf(earlier.Id) > 0 && platform.KnownSince(earlier.Id) is { } known
                    && inOrder.Skip(i + 1).Any(later => known < later.Created && (rows is null || StoredInTime(rows, earlier, later)) && platform.AnsweredAs(later.Id) < platform.AnsweredAs(earlier.Id)))
                    yield return earlier.Id;
            }
        }
    }

    private static bool StoredInTime(StoreRows rows, WorldQuestion earlier, WorldQuestion later) =>
        rows.FirstTold.TryGetValue(("activity", Invariants.Key(earlier, "question")), out var stored)
        && rows.FirstTold.TryGetValue(("effect:planned", Invariants.Key(later, "answer")), out var planned) && stored < planned;
}
