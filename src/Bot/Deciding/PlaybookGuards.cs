using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Deciding;

/// <summary>The platform's guards as the playbook's guards.yaml changes them.</summary>
internal sealed class PlaybookGuards(PlaybookNow playbooks, ContentGuards guards) : IGuardSource
{
    private (GuardRules Rules, ContentGuards Guards)? _made;

    public ContentGuards Current
    {
        get
        {
            var rules = playbooks.Current.Guards;
            if (_made is not { } made || made.Rules != rules) _made = made = (rules, Under(rules, guards));
            return made.Guards;
        }
    }

    public static ContentGuards Under(GuardRules rules, ContentGuards guards) => guards.With(Options(rules));

    // A name that isn't a guard's is told where the files are checked; here it switches nothing off.
    private static GuardOptions Options(GuardRules rules) => new()
    {
        Disabled = [.. rules.Off.Where(name => ContentGuards.Names.Contains(name, StringComparer.OrdinalIgnoreCase))],
        Forbidden = rules.Forbidden,
        Allowed = rules.Allowed,
    };
}
