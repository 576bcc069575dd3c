using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

internal static class Order
{
    /// <summary>Questions answered after a later one of the same buyer on the same item, although we knew them before that one was asked.</summary>
    public static IEnumerable<long> BrokenIn(IReadOnlyList<WorldQuestion> questions, PlatformRecord platform)
    {
        foreach (var conversation in questions.GroupBy(question => (question.ItemId, question.BuyerId)).Where(group => group.Skip(1).Any()))
        {
            var inOrder = conversation.OrderBy(question => question.Created).ThenBy(question => question.Id).ToList();
            for (var i = 0; i < inOrder.Count - 1; i++)
            {
                var earlier = inOrder[i];
                if (platform.KnownSince(earlier.Id) is { } known
                    && inOrder.Skip(i + 1).Any(later => known < later.Created && platform.AnsweredAs(later.Id) < platform.AnsweredAs(earlier.Id)))
                    yield return earlier.Id;
            }
        }
    }
}
