using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Mercado Libre shows plain text; an answer to a question is one line.</summary>
internal sealed class MarkupRule : IRule
{
    private static readonly Regex Markup = new(
        @"!?\[[^\]\n]+\]\([^)\n]+\)|\*\*[^*\n]+\*\*|__[^_\n]+__|</?(b|i|u|p|br|strong|em|a|img|ul|ol|li|span|div|h\d)(\s[^>]*)?/?>|^#{1,6} |`[^`\n]+`",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking);

    public void Check(CheckContext playbook)
    {
        foreach (var (text, owner, kinds) in playbook.Texts.Said)
        {
            foreach (var template in text.Variations.Values.SelectMany(v => v))
            {
                if (Markup.Match(template.Text) is { Success: true } found)
                    playbook.Report(TextProblems.Markup, playbook.Within(template.Source, template.Text, found.Index, found.Length), $"{owner} has formatting", "Mercado Libre shows plain text: it is taken out before sending", "write it without");
                else if (kinds.Contains("questions") && template.Text.Trim().Contains('\n', StringComparison.Ordinal))
                    playbook.Report(TextProblems.Markup, template.Source, $"{owner} has several lines", "an answer to a question is one line: line breaks become blanks", "write it in one line; after \">-\" YAML joins lines itself");
            }
        }
    }
}
