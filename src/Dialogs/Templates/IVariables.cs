using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Templates;

/// <summary>What templates and conditions read, by the catalogue's names.</summary>
internal interface IVariables
{
    /// <summary>A text, <see cref="decimal"/>, bool, <see cref="DateTimeOffset"/>, list of texts or of <see cref="FactRow"/>, or <see cref="FactValue.Group"/>; unknown where nothing is known.</summary>
    FactValue Read(string path);
}

/// <param name="Source">Null only when not known.</param>
/// <param name="Text">For the trace, where the value alone says too little.</param>
internal readonly record struct FactValue(object? Value, string? Source, DateTimeOffset? At, string? Text = null)
{
    /// <summary>Stands for a group of which something is known.</summary>
    public static readonly object Group = new();

    public bool IsKnown => Value is not null;

    public static FactValue Of(object? value, string source, DateTimeOffset at) => value is null ? default : new FactValue(value, source, at);
}

/// <summary>An element of a list.</summary>
/// <param name="Note">What is noted as read when its value is; null where the list itself says enough.</param>
internal sealed record FactRow(IReadOnlyDictionary<string, object?> Fields, FactNote? Note = null);
