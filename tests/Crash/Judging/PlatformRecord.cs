using System.Globalization;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>The journal's figures that every check needs, counted once.</summary>
internal sealed class PlatformRecord
{
    private readonly IReadOnlyDictionary<string, int> _answers;
    private readonly ILookup<string, Notice> _notices;
    private readonly Dictionary<string, long> _first;

    private PlatformRecord(World world)
    {
        _answers = world.Journal.AcceptedPerKey(EffectKinds.Answer);
        _notices = world.AllNotices.ToLookup(notice => notice.Resource, StringComparer.Ordinal);
        _first = world.Journal.Accepted(EffectKinds.Answer).GroupBy(effect => effect.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(effect => effect.Seq), StringComparer.Ordinal);
        Refused = [.. world.Journal.Refused(EffectKinds.Answer).Select(effect => $"question {effect.Key}: {effect.Refusal}")];
        Complaints = world.Journal.Violations;
    }

    public IReadOnlyList<string> Refused { get; }

    public IReadOnlyList<JournalViolation> Complaints { get; }

    public static PlatformRecord Of(World world) => new(world);

    /// <summary>Answers of ours that were accepted.</summary>
    public int AnswersOf(long question) => _answers.GetValueOrDefault(Key(question));

    /// <summary>Where in the journal its first answer stands; the largest number when nowhere.</summary>
    public long AnsweredAs(long question) => _first.GetValueOrDefault(Key(question), long.MaxValue);

    /// <summary>When we first acknowledged a notice of it; null when we never did.</summary>
    public DateTimeOffset? KnownSince(long question) =>
        _notices["/questions/" + Key(question)].Where(notice => notice.State == NoticeState.Acknowledged).Min(notice => notice.Sent);

    public string NoticesOf(long question) => string.Join(
        "; ",
        _notices["/questions/" + Key(question)].Select(notice => $"notice {notice.State}, {notice.Attempts} attempts, last status {notice.LastStatus?.ToString(CultureInfo.InvariantCulture) ?? "none"}, last reply \"{notice.LastReply}\", next attempt {notice.NextAttempt?.ToString("O") ?? "none"}").DefaultIfEmpty("no notice"));

    private static string Key(long question) => question.ToString(CultureInfo.InvariantCulture);
}
