namespace MeliBot.Dialogs.Playbooks;

/// <summary>How the playbook changes the guards on final texts.</summary>
/// <param name="Off">Names of guards that don't look.</param>
/// <param name="Forbidden">Phrases that hold a text, whatever their case and accents.</param>
/// <param name="Allowed">Phrases that no guard minds, such as a brand that looks like a link.</param>
public sealed record GuardRules(IReadOnlyList<string> Off, IReadOnlyList<string> Forbidden, IReadOnlyList<string> Allowed);
