using System.Globalization;
using System.Text.Json;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Language;

/// <summary>How long the shipped intents take to learn, a question to be understood, and lines to be answered and merged. There is no peer: the bars are times, of the programs that designers run.</summary>
internal sealed class LanguageBenchmark : IBenchmark
{
    private const string Listing =
        """{"id":"MLA1","site_id":"MLA","title":"Termo de acero 1 L","price":18500,"currency_id":"ARS","available_quantity":7,"condition":"new","warranty":"Garantía de fábrica: 6 meses","shipping":{"mode":"me2","free_shipping":true,"local_pick_up":true}}""";

    public string Name => "language";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var learnt = new List<Learnt>();
        for (var run = 1; run <= plan.Pairs; run++)
        {
            var said = await Child.RunAsUsersDoAsync("learn", "--rounds", Text(plan.Count(5, 1)));
            learnt.Add(JsonSerializer.Deserialize(said, LearnJson.Default.Learnt)!);
            Console.Error.WriteLine($"  {Name} run {run}: {said.Trim()}");
        }

        var asked = HeldOut.Asked(plan.Count(12_000, 50)).Select((question, number) => Asking(number, question.Text, question.Locale)).ToList();
        var replied = HeldOut.Asked(plan.Count(12_000, 50)).Select((question, number) => Merging(number, question.Text)).ToList();
        var (tries, merges) = (new List<BatchRun>(), new List<BatchRun>());
        // The first only fills the cache: what was learnt is kept there.
        var cache = Directory.CreateTempSubdirectory("melibot-benchmark-");
        for (var run = 0; run <= plan.Pairs; run++)
        {
            var (answered, merged) = (await BatchRun.OfAsync(asked, cache.FullName, cancellationToken, "dialogs", "try", "--batch", "-"), await BatchRun.OfAsync(replied, cache.FullName, cancellationToken, "dialogs", "merge", "--batch", "-"));
            Console.Error.WriteLine($"  {Name} batch {run}: try {answered}, merge {merged}");
            if (run == 0) continue;
            tries.Add(answered);
            merges.Add(merged);
        }

        cache.Delete(recursive: true);
        return new Section(
            Line(Name, $"the shipped intents are learnt from {learnt[0].Examples:N0} examples, in a process that learns for the first time", "s", "0.0", learnt.Select(run => run.Wall), Bar.Most(5)),
            Line("", "the same, of all cores", "s of CPU", "0.0", learnt.Select(run => run.Cpu), null),
            Line("", "what the model keeps in memory", "MiB", "0", learnt.Select(run => run.Held), Bar.Most(100)),
            Line("", "half of the held-out questions are understood within", "ms", "0.00", learnt.Select(run => run.P50), Bar.Most(0.5)),
            Line("", "99 of 100", "ms", "0.00", learnt.Select(run => run.P99), Bar.Most(3)),
            Line("", "`dialogs try --batch`: start to the first answer", "s", "0.0", tries.Select(run => run.Start), Bar.Most(3)),
            Line("", "the lines after it", "lines/s", "N0", tries.Select(run => run.PerSecond), Bar.Least(2_000)),
            Line("", "`dialogs merge --batch`, three replies a line: start to the first answer", "s", "0.0", merges.Select(run => run.Start), Bar.Most(3)),
            Line("", "the lines after it", "lines/s", "N0", merges.Select(run => run.PerSecond), Bar.Least(2_000)));
    }

    private static Line Line(string name, string what, string unit, string format, IEnumerable<double> values, Bar? bar)
    {
        var spread = Spread.Of(values);
        return new Line(name, what, $"{spread.Text(format)} {unit}", "", spread, bar);
    }

    private static string Asking(int number, string text, string? locale) =>
        $$"""{"id":{{JsonSerializer.Serialize(Text(number))}},"text":{{JsonSerializer.Serialize(text)}},"locale":{{JsonSerializer.Serialize(locale)}},"item":{{Listing}}}""";

    private static string Merging(int number, string text) => JsonSerializer.Serialize(new
    {
        id = Text(number),
        locale = "es-AR",
        replies = new[] { $"¡Hola! Sí, tenemos {number} en stock.", $"Sobre \"{text}\": te lo enviamos gratis, llega en {number % 9 + 1} días. ¡Saludos!", "¡Hola! La garantía es de 6 meses. ¡Gracias por tu consulta!" },
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
