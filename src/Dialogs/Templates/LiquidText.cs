using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DotLiquid;

namespace MeliBot.Dialogs.Templates;

/// <summary>A template on DotLiquid: sees nothing but the catalogue's variables, and ends in time.</summary>
internal sealed partial class LiquidText : CompiledText
{
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "for", "endfor", "break", "continue", "cycle", "assign", "capture", "endcapture",
        "comment", "endcomment", "raw", "endraw", "increment", "decrement", "ifchanged", "endifchanged",
    };

    // The clock goes on while the machine has no time for us, and the first rendering after a start builds much for the later ones: a good text isn't lost for that.
    private const int Tries = 3;

    private readonly Template _template;

    static LiquidText()
    {
        // The engine's own tags first, or they would take the place of ours.
        RuntimeHelpers.RunClassConstructor(typeof(Liquid).TypeHandle);
        Template.RegisterTag<KnownIf>("if");
        Template.RegisterTag<KnownUnless>("unless");
    }

    private LiquidText(Template template) => _template = template;

    public static new LiquidText Parse(string text)
    {
        foreach (Match tag in TagName().Matches(text))
        {
            if (!Tags.Contains(tag.Groups["tag"].Value)) throw new FormatException($"templates know no tag '{tag.Groups["tag"].Value}'");
        }

        try
        {
            var template = Template.Parse(text, SyntaxCompatibility.DotLiquid22);
            template.MakeThreadSafe();
            return new LiquidText(template);
        }
        catch (Exception e) when (e is DotLiquid.Exceptions.LiquidException or FormatException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    internal override string Render(Reading reading, TextStyle style) => Render(reading, style, LiquidContext.Rent);

    internal string Render(Reading reading, TextStyle style, Func<LiquidContext> rent)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var context = rent();
            try
            {
                if (context.Render(_template, reading, style) is { } text) return text;
            }
            finally
            {
                context.Return();
            }
        }

        throw new TemplateException($"the template takes too long, each of {Tries} times");
    }

    [GeneratedRegex(@"\{%-?\s*(?<tag>[A-Za-z_]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TagName();
}
