using System.Globalization;
using MeliBot.Delivery.Reasons;
using MeliBot.Dialogs.Deciding;

namespace MeliBot.Bot.Deciding;

/// <summary>What the playbook's rules say about a reply, and which rule says it.</summary>
internal static class PlaybookReasons
{
    public static readonly ReasonCode ModeAuto = new("playbook.mode-auto", "Mode auto: {0:reason}.");
    public static readonly ReasonCode ModeDraft = new("playbook.mode-draft", "Mode draft: {0:reason}.");
    public static readonly ReasonCode ModeShadow = new("playbook.mode-shadow", "Shadow mode, so nothing is sent: {0:reason}.");
    public static readonly ReasonCode ModeOff = new("playbook.mode-off", "The bot is switched off here, and people answer: {0:reason}.");
    public static readonly ReasonCode SettingsLimit = new("playbook.settings-limit", "the settings ({0}) allow no more; the playbook says {1:term}");
    public static readonly ReasonCode AngryWords = new("playbook.angry-words", "The buyer sounds angry (\"{0}\"): {1:reason} leaves the answer to a person.");
    public static readonly ReasonCode AngryComplaint = new("playbook.angry-complaint", "The buyer sounds angry (it reads as a complaint): {0:reason} leaves the answer to a person.");
    public static readonly ReasonCode FixedAlways = new("playbook.fixed-always", "The fixed reply \"{0}\" stands for every answer: {1:reason}.");
    public static readonly ReasonCode FixedWithout = new("playbook.fixed-without", "The fixed reply \"{0}\" is said because the bot has no answer: {1:reason}.");
    public static readonly ReasonCode FixedUnsayable = new("playbook.fixed-unsayable", "The fixed reply \"{0}\" of {1:rule} can't be said to this buyer ({2}).");
    public static readonly ReasonCode FixedUnsayableAnywhere = new("playbook.fixed-unsayable-anywhere", "The fixed reply \"{0}\" of {1:rule} can't be said to this buyer (no site).");
    public static readonly ReasonCode AllFits = new("playbook.all-fits", "Nothing contradicts, everything fits, and no guard objects.");
    public static readonly ReasonCode NothingHolds = new("playbook.nothing-to-say", "There is nothing to say: no reply holds an answer.");

    private static readonly ReasonCode ByRule = new("playbook.by", "{0:rule}");
    private static readonly ReasonCode BySource = new("playbook.by-source", "{0:rule} ({1})");
    private static readonly ReasonCode ByUntil = new("playbook.by-until", "{0:rule}, until {1:moment} in {2}");
    private static readonly ReasonCode BySourceUntil = new("playbook.by-source-until", "{0:rule} ({1}), until {2:moment} in {3}");

    /// <summary>A rule as the end of a sentence.</summary>
    public static Reason By(RuleOrigin origin) => (origin.Source, origin.Until) switch
    {
        ({ } source, { } until) => BySourceUntil.With(origin.Name, $"{source}", Wall(until, origin.Zone), origin.Zone ?? "UTC"),
        (null, { } until) => ByUntil.With(origin.Name, Wall(until, origin.Zone), origin.Zone ?? "UTC"),
        ({ } source, null) => BySource.With(origin.Name, $"{source}"),
        _ => ByRule.With(origin.Name),
    };

    private static string Wall(DateTimeOffset at, string? zone) =>
        TimeZoneInfo.ConvertTime(at, zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
}
