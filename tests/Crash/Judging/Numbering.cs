using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>The numbers that <see cref="CountingBot"/> said: each conversation's must rise one by one, in the order that the platform took them.</summary>
internal static class Numbering
{
    public static IEnumerable<string> BrokenIn(World world, IReadOnlyCollection<WorldQuestion> asked)
    {
        var platform = PlatformRecord.Of(world);
        foreach (var conversation in asked.GroupBy(question => (question.ItemId, question.BuyerId)))
        {
            var said = conversation.Where(question => platform.AnswersOf(question.Id) > 0).OrderBy(question => platform.AnsweredAs(question.Id))
                .Select(question => CountingBot.NumberIn(world.Question(question.Id)?.Answer?.Text) ?? 0).ToList();
            var last = 0;
            foreach (var number in said)
            {
                if (number != last + 1)
                {
                    yield return $"State counted wrongly for buyer {conversation.Key.BuyerId} on {conversation.Key.ItemId}: {string.Join(", ", said)}";
                    break;
                }

                last = number;
            }
        }
    }
}
