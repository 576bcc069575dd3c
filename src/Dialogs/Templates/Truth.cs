namespace MeliBot.Dialogs.Templates;

/// <summary>What a condition comes to: where it rests on something that isn't known, neither true nor false.</summary>
internal enum Truth : byte
{
    False,
    Unknown,
    True,
}
