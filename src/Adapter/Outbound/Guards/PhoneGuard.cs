namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// Telephone numbers, also with their digits spelled out, spaced or mixed. A run of digits is judged by its shape and by the words around it, so that prices, measures, years, sizes,
/// dates, codes and model numbers pass.
/// </summary>
public sealed class PhoneGuard : IGuard
{
    public const string Name = "phone";

    string IGuard.Name => Name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new List<GuardFinding>();
        AddTo(findings, request.Folded, request.Tokens, request.Links);
        // "Mil duzentos e trinta e quatro, cinco mil …" has its digits only where it is read as a number.
        if (findings.Count == 0 && request.Numbered != request.Folded) AddTo(findings, request.Numbered, Token.Split(request.Numbered.Text), LinkFinder.Find(request.Numbered.Text));
        return findings;
    }

    private static void AddTo(List<GuardFinding> findings, GuardText reading, List<Token> tokens, IReadOnlyList<FoundLink> links)
    {
        var text = reading.Text;
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

            if (!PhoneShape.IsPhone(text, tokens, run))
            {
                if (DigitRun.Read(tokens, i, overWords: true) is not { } wider || wider.Last == run.Last || !PhoneShape.IsPhone(text, tokens, wider))
                {
                    i = run.Last + 1;
                    continue;
                }

                run = wider;
            }

            findings.Add(reading.Finding(Name, GuardReasons.Phone, run.Start, run.End - run.Start));
            i = run.Last + 1;
        }
    }

    /// <summary>Letters in the place of digits open a run only where somebody is to be called.</summary>
    private static DigitRun? Read(List<Token> tokens, int index)
    {
        if (DigitRun.Read(tokens, index, overWords: false) is { } run) return run;
        return tokens[index].Kind == TokenKind.Mixed && DigitRun.Read(tokens, index, overWords: true) is { } masked && PhoneShape.IsSpokenOf(tokens, masked) ? masked : null;
    }
}
