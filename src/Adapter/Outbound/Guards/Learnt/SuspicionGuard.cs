namespace MeliBot.Adapter.Outbound.Guards.Learnt;

/// <summary>Holds a public answer that reads, as a whole or in a sentence of it, like those that Mercado Libre takes down, though no other guard has a rule for it.</summary>
public sealed class SuspicionGuard : ILastGuard
{
    public const string Name = "suspicion";

    private static readonly Lazy<SuspicionModel> Shipped = new(() =>
    {
        using var file = typeof(SuspicionGuard).Assembly.GetManifestResourceStream("suspicion.model") ?? throw new InvalidDataException("The assembly lacks its model of suspicion.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return SuspicionModel.Read(bytes);
    });

    private readonly Func<SuspicionModel> _model;

    public SuspicionGuard()
        : this(() => Shipped.Value)
    {
    }

    internal SuspicionGuard(Func<SuspicionModel> model) => _model = model;

    string IGuard.Name => Name;

    /// <summary>From which corpora the shipped weights were learnt.</summary>
    internal static string LearntFrom => Shipped.Value.Corpora;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // It knows only what is said before a sale.
        if (!request.Presale) return [];
        var model = _model();
        var (score, start, length) = model.Worst(request.Folded.Text);
        return score < model.Threshold ? [] : [request.Folded.Finding(Name, GuardReasons.Suspicion, start, length)];
    }
}
