namespace MeliBot.Dialogs.Templates;

/// <summary>A designer's template, parsed once. Safe to render from many threads.</summary>
public abstract class CompiledText
{
    /// <summary>Longer output is an error: nothing that is said can be so long.</summary>
    public const int MaxLength = 20_000;

    /// <exception cref="FormatException">It isn't a template; says why.</exception>
    public static CompiledText Parse(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return (CompiledText?)DirectText.TryParse(template) ?? LiquidText.Parse(template);
    }

    /// <exception cref="TemplateException">It took too long, too many rounds or too much room, or a filter failed.</exception>
    internal abstract string Render(Reading reading, TextStyle style);
}

/// <summary>A template can't be rendered; the fragment that it belongs to isn't said.</summary>
public sealed class TemplateException(string message, Exception? inner = null) : Exception(message, inner);
