namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// Telephone numbers, also with their digits spelled out, spaced or mixed. A run of digits is judged by its shape and by the words around it, so that prices, measures, years, sizes,
/// dates, codes and model numbers pass.
/// </summary>
public sealed class PhoneGuard : IGuard
{
    public const string Name = "phone";

    private const string Reason = "It seems to hold a telephone number; Mercado Libre takes down answers with contact data.";

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = new GuardText(request.Text);
        var tokens = Token.Split(text.Text);
        var links = LinkFinder.Find(text.Text);
        var findings = new List<GuardFinding>();
        var link = 0;
        for (var i = 0; i < tokens.Count;)
        {
            if (DigitRun.Read(tokens, i) is not { } run)
            {
                i++;
                continue;
            }

            // The numbers in an address of the platform are listings, and any other address is the link guard's.
            while (link < links.Count && links[link].End <= run.Start) link++;
            var inLink = link < links.Count && links[link].Start <= run.Start;
            if (!inLink && PhoneShape.IsPhone(tokens, run)) findings.Add(text.Finding(Name, Reason, run.Start, run.End - run.Start));
            i = run.Last + 1;
        }

        return findings;
    }
}
