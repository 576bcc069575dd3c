using BenchmarkDotNet.Attributes;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;

namespace MeliBot.Benchmarks.Micro;

/// <summary>The one line of an answer.</summary>
public class Composing
{
    private static readonly Fragment[] Fragments =
    [
        new("¡Hola, buenas tardes!", FragmentRole.Greeting),
        new("Sí, tenemos stock de la taza de acero de un litro.", FragmentRole.Core),
        new("Hacemos envíos a toda Córdoba; llega en dos o tres días.", FragmentRole.Core),
        new("También la tenemos en negro y en azul.", FragmentRole.Complement),
        new("¡Gracias por tu consulta!", FragmentRole.Closing),
    ];

    private readonly QuestionComposer _composer = new();
    private readonly ContentGuards _guards = new(ContentGuards.Default);
    private readonly ComposeOptions _options = new();
    private string _text = "";

    [GlobalSetup]
    public void Setup() => _text = _composer.Compose(Fragments, _options).Text!;

    [Benchmark(Description = "compose an answer of five fragments")]
    public Composition Compose() => _composer.Compose(Fragments, _options);

    [Benchmark(Description = "check it by all guards")]
    public IReadOnlyList<GuardFinding> Guard() => _guards.Check(new GuardRequest(_text));
}
