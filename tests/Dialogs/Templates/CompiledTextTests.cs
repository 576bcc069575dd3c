using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Templates;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Dialogs.Tests.Templates;

public class CompiledTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 24, 1, 30, 0, TimeSpan.Zero);
    private static readonly TextStyle Argentina = new("es-AR", "ARS", TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires"));

    [Theory]
    [InlineData("El precio es {{ item.price | money }}.", "El precio es $ 1.234,50.")]
    [InlineData("Hay en {{ item.options | list }}.", "Hay en azul, negro e índigo.")]
    [InlineData("Hay en {{ item.options | list: 2 }}.", "Hay en azul y negro.")]
    [InlineData("Llega el {{ now | date }}.", "Llega el 23/12.")]
    [InlineData("Llega el {{ now | date: 'dd/MM/yyyy HH:mm' }}.", "Llega el 23/12/2026 22:30.")]
    [InlineData("Tiene {{ item.warranty.text | lower_first }}.", "Tiene garantía de fábrica.")]
    [InlineData("{% if item.available_quantity > 2 %}Hay {{ item.available_quantity }}{% elsif item.available_quantity == 2 %}Dos{% else %}Pocos{% endif %}.", "Hay 3.")]
    [InlineData("{% if item.sold_quantity > 2 %}muchos{% else %}quién sabe{% endif %}", "quién sabe")]
    [InlineData("{% if item.options contains 'Negro' and item.options.size == 3 %}sí{% endif %}", "sí")]
    [InlineData("{{ item.title | upcase }} {{ item.title | append: '!' }}", "TAZA taza!")]
    [InlineData("{ nada } {{ 'literal' }}", "{ nada } literal")]
    public void A_template_says_the_same_on_both_ways(string template, string text)
    {
        var direct = DirectText.TryParse(template).ShouldNotBeNull();
        direct.Render(new Reading(new Known()), Argentina).ShouldBe(text);
        LiquidText.Parse(template).Render(new Reading(new Known()), Argentina).ShouldBe(text);
    }

    [Fact]
    public void What_needs_more_than_tests_and_variables_runs_on_the_engine()
    {
        const string Template = "{% for v in item.variations %}{{ v.name }}: {{ v.price | money }}{% unless forloop.last %}, {% endunless %}{% endfor %}";

        DirectText.TryParse(Template).ShouldBeNull();
        CompiledText.Parse(Template).Render(new Reading(new Known()), Argentina).ShouldBe("azul: $ 10, negro: $ 12");
    }

    [Theory]
    [InlineData("Son {{ item.sold_quantity }}.", "item.sold_quantity")]
    [InlineData("{% if item.sold_quantity > 1 %}a{% endif %}", null)]
    [InlineData("{% if item.sold_quantity > 1 %}a{% else %}{{ item.permalink }}{% endif %}", "item.permalink")]
    public void What_is_read_and_unknown_is_missed_unless_it_is_only_tested(string template, string? missing)
    {
        foreach (var text in new CompiledText[] { CompiledText.Parse(template), LiquidText.Parse(template) })
        {
            var reading = new Reading(new Known());
            text.Render(reading, Argentina);
            reading.Missing.ShouldBe(missing);
        }
    }

    [Fact]
    public void A_private_note_may_be_tested_and_is_never_said()
    {
        var reading = new Reading(new Known());
        CompiledText.Parse("{% if item.notes contains 'frágil' %}Va bien embalado.{% endif %}").Render(reading, Argentina).ShouldBe("Va bien embalado.");
        reading.Missing.ShouldBeNull();

        CompiledText.Parse("{{ item.notes }}").Render(reading, Argentina).ShouldBe("");
        reading.Missing.ShouldBe("item.notes");
        CompiledText.Parse("{{ item.notes }}").Render(new Reading(new Known(), forBuyer: false), Argentina).ShouldBe("Es frágil");
    }

    [Fact]
    public void What_was_read_is_remembered_with_its_source()
    {
        var reading = new Reading(new Known());
        CompiledText.Parse("{{ item.price | money }}").Render(reading, Argentina);
        reading.Facts.ShouldBe([new FactNote("item.price", "1234.5 ARS", "sale_price", Now)]);
    }

    [Theory]
    [InlineData("{% for i in (1..100000) %}x{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %}{% for i in (1..900) %}{{ a }}{% endfor %}")]
    public void A_template_that_grows_without_measure_is_stopped(string template) =>
        Should.Throw<TemplateException>(() => CompiledText.Parse(template).Render(new Reading(new Known()), Argentina));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_text_is_not_lost_because_the_machine_stood_still_while_it_was_rendered(int stops)
    {
        var time = new FakeTimeProvider();
        var text = LiquidText.Parse("{{ item.title }} y {{ item.available_quantity }}");

        text.Render(new Reading(new Standing(time, stops)), Argentina, () => new LiquidContext(time)).ShouldBe("taza y 3");
    }

    [Fact]
    public void A_text_that_always_takes_too_long_is_given_up()
    {
        var time = new FakeTimeProvider();
        var text = LiquidText.Parse("{{ item.title }} y {{ item.available_quantity }}");

        Should.Throw<TemplateException>(() => text.Render(new Reading(new Standing(time, stops: int.MaxValue)), Argentina, () => new LiquidContext(time))).Message.ShouldContain("too long");
    }

    [Theory]
    [InlineData("{% include 'secrets' %}")]
    [InlineData("{% extends 'x' %}")]
    [InlineData("{% if item.price > %}x{% endif %}")]
    [InlineData("{% if %}x{% endif %}")]
    public void What_is_no_template_of_ours_is_refused(string template) => Should.Throw<FormatException>(() => CompiledText.Parse(template));

    [Fact]
    public void Many_threads_render_one_template_each_with_its_own_facts()
    {
        var text = CompiledText.Parse("{% for v in item.variations %}{{ v.name }} {% endfor %}{{ question.text }}");
        Parallel.For(0, 200, i => text.Render(new Reading(new Known(i.ToString(System.Globalization.CultureInfo.InvariantCulture))), Argentina).ShouldBe($"azul negro {i}"));
    }

    /// <summary>Time passes, and nothing is done in it, the first few times that the title is read.</summary>
    private sealed class Standing(FakeTimeProvider time, int stops) : IVariables
    {
        private readonly Known _known = new();
        private int _stopped;

        public FactValue Read(string path)
        {
            if (path == "item.title" && _stopped++ < stops) time.Advance(TimeSpan.FromMinutes(1));
            return _known.Read(path);
        }
    }

    private sealed class Known(string question = "") : IVariables
    {
        public FactValue Read(string path) => path switch
        {
            "item.price" => new FactValue(1234.5m, "sale_price", Now, "1234.5 ARS"),
            "item.available_quantity" => new FactValue(3m, "item", Now),
            "item.title" => new FactValue("taza", "item", Now),
            "item.notes" => new FactValue("Es frágil", "notes", Now),
            "item.options" => new FactValue(new[] { "azul", "negro", "índigo" }, "item", Now),
            "item.warranty" => new FactValue(FactValue.Group, "item", Now),
            "item.warranty.text" => new FactValue("Garantía de fábrica", "item", Now),
            "item.variations" => new FactValue(new FactRow[] { Row("azul", 10m), Row("negro", 12m) }, "item", Now),
            "question.text" => new FactValue(question, "question", Now),
            "now" => new FactValue(Now, "clock", Now),
            _ => default,
        };

        private static FactRow Row(string name, decimal price) => new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = name, ["price"] = price });
    }
}
