namespace MeliBot.Adapter.Outbound.Guards.Learnt;

/// <summary>
/// Holds a public answer that reads, as a whole or in a sentence of it, like those that Mercado Libre takes down, and a message of a claim that reads like a promise or pressure, though no other guard has a rule for it.
/// </summary>
public sealed class SuspicionGuard : ILastGuard
{
    public const string Name = "suspicion";

    private static readonly Lazy<SuspicionModel> BeforeSale = new(() => Read("suspicion.model"));
    private static readonly Lazy<SuspicionModel> InClaims = new(() => Read("suspicion.claims.model"));

    private readonly Func<SuspicionModel> _beforeSale;
    private readonly Func<SuspicionModel> _inClaims;

    public SuspicionGuard()
        : this(() => BeforeSale.Value, () => InClaims.Value)
    {
    }

    internal SuspicionGuard(Func<SuspicionModel> beforeSale, Func<SuspicionModel> inClaims) => (_beforeSale, _inClaims) = (beforeSale, inClaims);

    string IGuard.Name => Name;

    /// <summary>From which corpora the shipped weights were learnt.</summary>
    internal static (string BeforeSale, string InClaims) LearntFrom => (BeforeSale.Value.Corpora, InClaims.Value.Corpora);

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Of what is said about an order that nobody complains about it knows nothing.
        if (!request.Presale && !request.InClaim) return [];
        var model = request.InClaim ? _inClaims() : _beforeSale();
        var (score, start, length) = model.Worst(SuspicionModel.Plain(request));
        return score < model.Threshold ? [] : [request.Folded.Finding(Name, GuardReasons.Suspicion, start, length)];
    }

    private static SuspicionModel Read(string name)
    {
        using var file = typeof(SuspicionGuard).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException("The assembly lacks its model of suspicion.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return SuspicionModel.Read(bytes);
    }
}
