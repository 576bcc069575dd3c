using System.Runtime.CompilerServices;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Deciding;

/// <summary>Fixed replies in the buyer's voice. They may read <c>now</c>, <c>account.id</c>, <c>account.site</c> and <c>question.text</c>: what holds whatever was asked.</summary>
public static class FixedTexts
{
    // A text is parsed once for all turns.
    private static readonly ConditionalWeakTable<LocalText, Wordings> Parsed = [];

    /// <returns>Null when no text has this name, it has no wording for the voice, or what it reads isn't known.</returns>
    public static string? Say(Playbook playbook, string name, FixedTextSetting setting)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(setting);
        if (!playbook.Texts.TryGetValue(name, out var text)) return null;
        var wordings = Parsed.GetValue(text, static t => new Wordings(t));
        if (wordings.Pick(VoiceChain.Of(playbook.Voices, setting.Site, setting.Locale), setting.Seed, name) is not { Text: var wording }) return null;
        try
        {
            var reading = new Reading(new Variables(setting));
            var said = wording.Render(reading, new TextStyle(setting.Locale ?? "es", null, setting.Zone)).Trim();
            return reading.Missing is null && said.Length > 0 ? said : null;
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    private sealed class Variables(FixedTextSetting setting) : IVariables
    {
        public FactValue Read(string path) => path switch
        {
            "now" => FactValue.Of(setting.Now, "clock", setting.Now),
            "account.id" => FactValue.Of((decimal)setting.Account, "account", setting.Now),
            "account.site" => FactValue.Of(setting.Site, "account", setting.Now),
            "question.text" => FactValue.Of(setting.Question, "question", setting.Now),
            _ => default,
        };
    }
}

/// <param name="Site">For example <c>MLA</c>; null when not known.</param>
/// <param name="Locale">Of the buyer.</param>
/// <param name="Zone">The account's.</param>
/// <param name="Seed">Draws one wording of several, the same for the same seed.</param>
public sealed record FixedTextSetting(long Account, string? Site, string? Locale, string? Question, DateTimeOffset Now, TimeZoneInfo Zone, string Seed);
