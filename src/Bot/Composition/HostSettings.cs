using System.CommandLine;

namespace MeliBot.Bot.Composition;

/// <param name="SettingsFile">The only source of settings; null for the usual ones.</param>
/// <param name="Poll">No webhook can reach this machine.</param>
/// <param name="Roles">In place of what the settings say; null for that.</param>
internal sealed record HostSettings(string? SettingsFile = null, bool Poll = false, string? Roles = null)
{
    public static Option<string?> File { get; } = new("--settings") { Description = "A JSON file of settings that stands for all others." };
}
