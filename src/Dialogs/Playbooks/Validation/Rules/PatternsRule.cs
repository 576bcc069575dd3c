using System.Text.RegularExpressions;
using MeliBot.Dialogs.Understanding;
using MeliBot.Patterns;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Patterns are regular expressions that can match folded text.</summary>
internal sealed class PatternsRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var (pattern, source) in playbook.Parts.Patterns)
        {
            try
            {
                new LinearPattern(pattern.Regex).Build();
            }
            catch (RegexParseException e)
            {
                playbook.Report(IntentProblems.Pattern, playbook.Within(source, pattern.Regex, Math.Clamp(e.Offset - 1, 0, pattern.Regex.Length - 1), 1), $"this isn't a regular expression: {Reason(e)}", null, "write \\\\( for a bracket that is meant as such");
                continue;
            }
            catch (NotSupportedException)
            {
                playbook.Report(IntentProblems.Pattern, source, "this pattern looks ahead, behind or back", "such patterns can take forever, so they aren't used", "write what must match, without (?=, (?!, (?<=, (?<! and \\1");
                continue;
            }

            if (pattern.Regex.FirstOrDefault(c => char.IsUpper(c) || (char.IsLetter(c) && c > 127 && Folding.Letter(c) != c)) is var odd && odd != '\0' && !Escaped(pattern.Regex, odd))
                playbook.Report(IntentProblems.Pattern, playbook.Within(source, pattern.Regex, pattern.Regex.IndexOf(odd, StringComparison.Ordinal), 1), $"this pattern can't match because of \"{odd}\"", "patterns are compared with text without capitals and accents", $"write {Folding.Letter(odd)}");
        }
    }

    /// <summary>\S, \W, \D and \B are classes, not letters.</summary>
    private static bool Escaped(string regex, char odd) => regex.IndexOf(odd, StringComparison.Ordinal) is > 0 and var at && regex[at - 1] == '\\';

    private static string Reason(RegexParseException e)
    {
        var at = e.Message.IndexOf(" at offset ", StringComparison.Ordinal);
        var dot = at < 0 ? -1 : e.Message.IndexOf(". ", at, StringComparison.Ordinal);
        return (dot < 0 ? e.Message : e.Message[(dot + 2)..]).TrimEnd('.');
    }
}
