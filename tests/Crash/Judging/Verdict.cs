using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>What the platform's journal says in the end. It knows nothing of our database, so it can't share its mistakes.</summary>
/// <param name="Lost">Questions that stand unanswered although everything had time to drain.</param>
/// <param name="Double">Questions with more than one accepted answer.</param>
/// <param name="Refused">Answers that the platform had to refuse for us: the second of two.</param>
/// <param name="OutOfOrder">Questions answered after a later one of the same buyer on the same item, although we had acknowledged them before that one was asked.</param>
internal sealed record Verdict(int Asked, IReadOnlyList<long> Lost, IReadOnlyList<long> Double, IReadOnlyList<string> Refused, IReadOnlyList<long> OutOfOrder)
{
    public static Verdict Of(World world, IReadOnlyList<WorldQuestion> asked) => new(
        asked.Count,
        [.. asked.Where(question => world.Question(question.Id)?.Answer is null).Select(question => question.Id)],
        [.. asked.Where(question => world.Journal.AnswersAccepted(question.Id) > 1).Select(question => question.Id)],
        [.. world.Journal.Refused(EffectKinds.Answer).Select(effect => $"{effect.Key}: {effect.Refusal}")],
        [.. OutOfOrderAmong(world, asked)]);

    private static IEnumerable<long> OutOfOrderAmong(World world, IReadOnlyList<WorldQuestion> asked)
    {
        var answered = world.Journal.Accepted(EffectKinds.Answer).ToLookup(effect => effect.Key, effect => effect.Seq, StringComparer.Ordinal);
        var known = world.AllNotices.Where(notice => notice.State == NoticeState.Acknowledged)
            .ToLookup(notice => notice.Resource, notice => notice.Sent, StringComparer.Ordinal);
        foreach (var conversation in asked.GroupBy(question => (question.ItemId, question.BuyerId)))
        {
            var inOrder = conversation.OrderBy(question => question.Created).ThenBy(question => question.Id).ToList();
            for (var i = 0; i < inOrder.Count; i++)
            {
                var (earlier, knownAt) = (inOrder[i], known[$"/questions/{inOrder[i].Id}"].Min());
                if (inOrder.Skip(i + 1).Any(later => knownAt < later.Created && answered[Key(later)].FirstOrDefault(long.MaxValue) < answered[Key(earlier)].FirstOrDefault(long.MaxValue)))
                    yield return earlier.Id;
            }
        }
    }

    private static string Key(WorldQuestion question) => question.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
