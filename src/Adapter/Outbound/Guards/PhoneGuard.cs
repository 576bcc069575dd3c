namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// Telephone numbers, also with their digits spelled out, spaced or mixed. A run of digits is judged by its shape and by the words around it, so that prices, measures, years, sizes,
/// dates, codes and model numbers pass.
/// </summary>
public sealed class PhoneGuard : IGuard
{
    public const string Name = "phone";

    private const string Why = "looks like a telephone number; Mercado Libre takes down answers with contact data";

    string IGuard.Name => Name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tokens = request.Tokens;
        var links = request.Links;
        var findings = new List<GuardFinding>();
        var link = 0;
        for (var i = 0; i < tokens.Count;)
        {
            if (Read(tokens, i) is not { } run)
            {
                i++;
                continue;
            }

            // The numbers in an address of the platform are listings, and any other address is the link guard's.
            while (link < links.Count && links[link].End <= run.Start) link++;
            if (link < links.Count && links[link].Start <= run.Start)
            {
                i = run.Last + 1;
                continue;
            }

            if (!PhoneShape.IsPhone(tokens, run) && DigitRun.Read(tokens, i, overWords: true) is { } wider && wider.Last > run.Last && PhoneShape.IsPhone(tokens, wider)) run = wider;
            else if (!PhoneShape.IsPhone(tokens, run))
            {
                i = run.Last + 1;
                continue;
            }

            findings.Add(request.Folded.Finding(Name, Why, run.Start, run.End - run.Start));
            i = run.Last + 1;
        }

        return findings;
    }

    /// <summary>Letters in the place of digits open a run only where somebody is to be called.</summary>
    private static DigitRun? Read(List<Token> tokens, int index)
    {
        if (DigitRun.Read(tokens, index, overWords: false) is { } run) return run;
        return tokens[index].Kind == TokenKind.Mixed && DigitRun.Read(tokens, index, overWords: true) is { } masked && PhoneShape.IsSpokenOf(tokens, masked) ? masked : null;
    }
}
