using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Reasons;
using MeliBot.Dialogs.Deciding;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Extensions.Options;
using Decided = MeliBot.Dialogs.Deciding.EffectiveRule;

namespace MeliBot.Bot.Deciding;

/// <summary>
/// Decides by the playbook's rules, within what the settings allow: of both the stricter holds, and the reasons say which. The playbook is asked for at each reply, so
/// an edit counts at once.
/// </summary>
internal sealed class PlaybookPolicy(PlaybookNow playbooks, IOptionsMonitor<PolicyOptions> settings, AccountZones zones, IFactSource facts) : IPolicy
{
    private static readonly string[] Complaints = [Intents.Complaint, SaleIntents.Complaint];

    private RulesOf? _rules;
    private Limits? _limits;

    public async ValueTask<Verdict> DecideAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = Rules(playbooks.Current);
        var limits = LimitsNow();
        var angry = request.ExpectsAnswer ? Anger(request) : null;
        var zone = await zones.OfAsync(request.Account, request.Site, cancellationToken);
        var rule = rules.Table.At(new DecidingQuery
        {
            Account = request.Account,
            Conversations = request.Kind,
            ClaimType = request.ClaimType,
            ClaimStage = request.ClaimStage,
            Item = request.Item,
            Categories = await CategoriesAsync(rules.Table, request, cancellationToken),
            Kinds = Kinds(request, rules, limits, angry is not null),
            At = request.At,
            TimeZone = zone,
        });
        return ReplyJudge.Decide(request, Terms(request, rules, rule, limits, angry, zone));
    }

    private static PolicyTerms Terms(PolicyRequest request, RulesOf rules, Decided rule, Limits limits, Func<Reason, Reason>? angry, TimeZoneInfo zone)
    {
        var allowed = limits.Options.LimitFor(request.Account, request.Kind, request.ClaimType, request.ClaimStage);
        var mode = (Mode)Math.Max((int)allowed, (int)rule.Mode.Value);
        var by = (int)allowed > (int)rule.Mode.Value ? PlaybookReasons.SettingsLimit.With(PolicyOptions.Section, DecidingSentences.Word(rule.Mode.Value)) : PlaybookReasons.By(rule.Mode.By);
        var said = angry?.Invoke(PlaybookReasons.By(rule.Negative.By));
        List<Reason> against = said is not null && rule.Negative.Value == NegativeReply.Draft ? [said] : [];
        var fixedReply = Fixed(request, rules.Playbook, rule, zone, against);
        return new PolicyTerms
        {
            Mode = mode,
            ModeReason = (mode switch
            {
                Mode.Draft => PlaybookReasons.ModeDraft,
                Mode.Shadow => PlaybookReasons.ModeShadow,
                Mode.Off => PlaybookReasons.ModeOff,
                _ => PlaybookReasons.ModeAuto,
            }).With(by.Store()),
            SendFrom = Math.Max(rule.SendFrom.Value, limits.Options.MinConfidence ?? 0),
            NotifyFrom = Math.Max(rule.NotifyFrom.Value, limits.Options.MinConfidence ?? 0),
            Uncovered = rule.Uncovered.Value == UncoveredReply.Send && limits.Options.Uncovered is not UncoveredRule.Draft ? UncoveredRule.Send : UncoveredRule.Draft,
            NeedNoAnswer = limits.NeedNoAnswer,
            GuessSources = limits.GuessSources,
            Critical = rules.Critical,
            PersonOnly = rule.Negative.Value == NegativeReply.Off ? said : null,
            Against = against,
            Fixed = fixedReply,
        };
    }

    private static FixedReplyTerms? Fixed(PolicyRequest request, Playbook playbook, Decided rule, TimeZoneInfo zone, List<Reason> against)
    {
        if (rule.Reply is not { Value: var reply } setting) return null;
        var place = new FixedTextSetting(request.Account, request.Site, request.Locale, request.Text, request.At, zone, request.Activity ?? "");
        if (FixedTexts.Say(playbook, reply.Text, place) is { } text)
        {
            var when = reply.Only ? PlaybookReasons.FixedAlways : PlaybookReasons.FixedWithout;
            return new FixedReplyTerms(text, reply.Only, when.With(reply.Text, PlaybookReasons.By(setting.By).Store()));
        }

        against.Add((request.Site ?? request.Locale) is { } where
            ? PlaybookReasons.FixedUnsayable.With(reply.Text, setting.By.Name, where)
            : PlaybookReasons.FixedUnsayableAnywhere.With(reply.Text, setting.By.Name));
        return null;
    }

    /// <summary>From the rule that counts to the reason that names it; null when the buyer isn't angry.</summary>
    private static Func<Reason, Reason>? Anger(PolicyRequest request) =>
        NegativeTone.Find(request.Text) is { } words ? by => PlaybookReasons.AngryWords.With(words, by.Store())
        : request.Intents.Any(intent => Complaints.Contains(intent.Name)) ? by => PlaybookReasons.AngryComplaint.With(by.Store())
        : null;

    private static List<string> Kinds(PolicyRequest request, RulesOf rules, Limits limits, bool isAngry)
    {
        // Thanks beside a price ask nothing: they don't make the rule of the price stricter.
        var names = request.Intents.Select(intent => intent.Name).ToList();
        var asked = names.Where(name => !limits.NeedNoAnswer.Contains(name)).ToList();
        if (asked.Count == 0) asked = names;
        if (isAngry) asked.Add(DecidingQuery.Negative);
        if (asked.Exists(rules.Critical.Contains)) asked.Add(DecidingQuery.Critical);
        return asked;
    }

    private async ValueTask<IReadOnlyList<string>> CategoriesAsync(DecidingTable table, PolicyRequest request, CancellationToken cancellationToken)
    {
        if (!table.AsksForCategory || request.Item is null) return [];
        var item = await facts.ItemAsync(new FactRequest(request.Account, request.Site, request.Item), cancellationToken);
        return item?.Category is { Value: { Length: > 0 } category } ? [category] : [];
    }

    private RulesOf Rules(Playbook playbook) => _rules is { } known && known.Playbook == playbook ? known : _rules = new RulesOf(playbook);

    private Limits LimitsNow() => settings.CurrentValue is var options && _limits is { } known && known.Options == options ? known : _limits = new Limits(options);

    private sealed class RulesOf(Playbook playbook)
    {
        public Playbook Playbook => playbook;

        public DecidingTable Table { get; } = new(playbook.Deciding);

        public IReadOnlySet<string> Critical { get; } = playbook.Intents.Where(intent => intent.Critical).Select(intent => intent.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What the settings allow, until they are others.</summary>
    private sealed class Limits(PolicyOptions options)
    {
        public PolicyOptions Options => options;

        public HashSet<string> NeedNoAnswer { get; } = options.NeedNoAnswer.ToHashSet(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> GuessSources { get; } = options.GuessSources.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
