using MeliBot.Adapter.Outbound.Composing;

namespace MeliBot.Adapter.Tests.Composing;

public sealed class QuestionComposerTests
{
    [Fact]
    public void Thanks_sent_as_a_greeting_go_behind_the_greeting_of_a_text()
    {
        var composed = new QuestionComposer().Compose([new Fragment("¡Gracias por tu consulta!", FragmentRole.Greeting), new Fragment("¡Hola! Sí, tenemos stock.", FragmentRole.Core)], new ComposeOptions());

        composed.Text.ShouldBe("¡Hola! ¡Gracias por tu consulta! Sí, tenemos stock.");
    }

    [Fact]
    public void One_greeting_the_cores_in_the_order_asked_a_complement_and_one_closing_become_one_line()
    {
        var composition = Compose(
            new("¡Saludos!", FragmentRole.Closing),
            new("El envío es gratis", FragmentRole.Core, "shipping_cost", new TextSpan(20, 8)),
            new("Hacemos factura A", FragmentRole.Complement),
            new("Sí, tenemos stock", FragmentRole.Core, "availability", new TextSpan(0, 10)),
            new("¡Hola!", FragmentRole.Greeting),
            new("Buen día", FragmentRole.Greeting));

        composition.Text.ShouldBe("¡Hola! Sí, tenemos stock. El envío es gratis. Hacemos factura A. ¡Saludos!");
        composition.Holds.ShouldBeEmpty();
        composition.Dropped.ShouldHaveSingleItem().Cause.ShouldBe(DropCause.OneIsEnough);
    }

    [Fact]
    public void A_core_without_a_span_stays_behind_the_core_sent_before_it()
    {
        Compose(
            Core("Tercera", 40),
            Core("Primera", 2),
            Core("Pegada a la primera"),
            Core("Segunda", 20)).Text.ShouldBe("Primera. Pegada a la primera. Segunda. Tercera.");
    }

    [Fact]
    public void Plain_texts_of_any_bot_merge_with_one_greeting_and_one_closing()
    {
        Compose(Core("¡Hola! Sí, tenemos stock. ¡Saludos!"), Core("Hola. El envío tarda 3 días\n\nSaludos")).Text
            .ShouldBe("¡Hola! Sí, tenemos stock. El envío tarda 3 días. ¡Saludos!");
        Compose(Core("Oi! Temos sim 😊"), Core("Bom dia! O frete é grátis. Obrigado!"), Core("Obrigado!")).Text
            .ShouldBe("Oi! Temos sim 😊 O frete é grátis. Obrigado!");
        Compose(Core("Hola"), Core("Sí hay")).Text.ShouldBe("Hola. Sí hay.");
        Compose(Core("¡Gracias a vos!")).Text.ShouldBe("¡Gracias a vos!");
        Compose(Core("Hola")).Text.ShouldBe("Hola.");
    }

    [Theory]
    [InlineData("Sí, hay stock.", "SI HAY STOCK", "Sí, hay stock.")]
    [InlineData("Enviamos a todo el país. Hay stock.", "¡Hay stock! Es nuevo", "Enviamos a todo el país. Hay stock. Es nuevo.")]
    [InlineData("Não temos.", "nao temos", "Não temos.")]
    [InlineData("Mide 3.5 cm", "Mide 35 cm", "Mide 3.5 cm. Mide 35 cm.")]
    [InlineData("Es de 1/2 pulgada", "Es de 12 pulgada", "Es de 1/2 pulgada. Es de 12 pulgada.")]
    [InlineData("✅ Azul", "❌ Azul", "✅ Azul. ❌ Azul.")]
    [InlineData("Resiste -5 °C", "Resiste 5 °C", "Resiste -5 °C. Resiste 5 °C.")]
    public void Sentences_that_repeat_are_said_once(string one, string other, string expected) =>
        Compose(Core(one), Core(other)).Text.ShouldBe(expected);

    [Fact]
    public void A_bare_yes_or_no_is_said_again_where_it_answers_something_else()
    {
        Compose(Core("Sí."), Core("No."), Core("Sí.")).Text.ShouldBe("Sí. No. Sí.");
        Compose(Core("Sí."), Core("Sí.")).Text.ShouldBe("Sí.");
    }

    [Theory]
    [InlineData("Hay stock", "Hay stock.")]
    [InlineData("¿Te sirve?", "¿Te sirve?")]
    [InlineData("¿Te sirve", "¿Te sirve?")]
    [InlineData("¡Dale", "¡Dale!")]
    [InlineData("Puede ser…", "Puede ser…")]
    [InlineData("Gracias 😊", "Gracias 😊")]
    [InlineData("Gracias 👍🏽", "Gracias 👍🏽")]
    [InlineData("Gracias :)", "Gracias :)")]
    [InlineData("Es el \"Pro\"", "Es el \"Pro\".")]
    [InlineData("Es el \"Pro.\"", "Es el \"Pro.\"")]
    [InlineData("Mide 3.5", "Mide 3.5.")]
    [InlineData("Pesa aprox.", "Pesa aprox.")]
    [InlineData("Mirá https://articulo.mercadolibre.com.ar/MLA-1-x_JM", "Mirá https://articulo.mercadolibre.com.ar/MLA-1-x_JM")]
    [InlineData("Hay stock,", "Hay stock.")]
    [InlineData("Hay stock -", "Hay stock.")]
    public void Each_part_ends_as_a_sentence(string text, string expected) => Compose(Core(text)).Text.ShouldBe(expected);

    [Theory]
    [InlineData("Hola\nTenemos stock\r\nEnviamos gratis", "Hola. Tenemos stock. Enviamos gratis.")]
    [InlineData("una línea\u2028que sigue\u0085aquí\u000By allá\u000Cfin\u001Ex", "una línea que sigue aquí y allá fin x.")]
    [InlineData("Incluye:\n- Cable\n- Cargador\n\nNo incluye pilas", "Incluye: Cable, Cargador. No incluye pilas.")]
    [InlineData("Pasos\n1. Abrir\n2. Cerrar", "Pasos: 1) Abrir, 2) Cerrar.")]
    [InlineData("# Título\nTexto **fuerte**, _suave_ y `código`", "Título. Texto fuerte, suave y código.")]
    [InlineData("| Talle | Cm |\n|---|---|\n| 38 | 24 |\n| 39 | 25 |", "Talle, Cm; 38, 24; 39, 25.")]
    [InlineData("Ver [la otra](https://www.mercadolibre.com.ar/x)", "Ver la otra https://www.mercadolibre.com.ar/x")]
    [InlineData("2 * 3 * 4 y 5*6*7 y a_b_c", "2 * 3 * 4 y 5*6*7 y a_b_c.")]
    [InlineData("~~no~~ ***sí***", "no sí.")]
    [InlineData("<p>Hola&nbsp;<b>Ana</b></p><ul><li>uno</li><li>dos</li></ul>", "Hola Ana: uno, dos.")]
    [InlineData("Pesa <2kg & mide 10\" y a <b y c> d", "Pesa <2kg & mide 10\" y a <b y c> d.")]
    [InlineData("Talles S &amp; M &lt; L&hellip;", "Talles S & M < L…")]
    [InlineData("&amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt;", "x.")]
    [InlineData("Sí<script>alert('x')</script>, <!-- nada -->hay<br>Stock", "Sí, hay. Stock.")]
    [InlineData("Estimado <nombre>", "Estimado nombre.")]
    [InlineData("a\u200Bz\u202Eu\u2066l\uFEFF\u00AD \u00A0\u3000 o\u0000", "azul o.")]
    [InlineData("familia 👨‍👩‍👧 y ❤️ y 1️⃣ x", "familia 👨‍👩‍👧 y ❤️ y 1️⃣ x.")]
    [InlineData("cafe\u0301", "café.")]
    [InlineData("\u0301acento suelto", "acento suelto.")]
    public void Markup_line_breaks_and_what_cannot_be_seen_are_flattened(string text, string expected) =>
        Compose(Core(text)).Text.ShouldBe(expected);

    [Fact]
    public void What_stood_behind_a_greeting_is_no_bullet_once_the_greeting_is_gone() =>
        Compose(new("Oi", FragmentRole.Greeting), new("¡Hola! - Azul", FragmentRole.Core)).Text.ShouldBe("Oi. Azul.");

    [Fact]
    public void Half_characters_go()
    {
        var half = new string(['x', '\uD800', 'y', '\uDC00', 'z']);
        Compose(Core(half)).Text.ShouldBe("xyz.");
    }

    [Fact]
    public void Complements_give_way_before_closing_and_greeting_and_a_core_never_does()
    {
        var fragments = new Fragment[]
        {
            new("¡Hola!", FragmentRole.Greeting),
            new("Hay stock azul.", FragmentRole.Core),
            new("Esto ya no entra, es muy largo.", FragmentRole.Complement),
            new("Es nuevo.", FragmentRole.Complement),
            new("¡Saludos!", FragmentRole.Closing),
        };

        Within(fragments, 44).Text.ShouldBe("¡Hola! Hay stock azul. Es nuevo. ¡Saludos!");
        Within(fragments, 34).Text.ShouldBe("¡Hola! Hay stock azul. ¡Saludos!");
        Within(fragments, 24).Text.ShouldBe("¡Hola! Hay stock azul.");
        Within(fragments, 15).Text.ShouldBe("Hay stock azul.");
        var tooLong = Within(fragments, 14);
        tooLong.Holds.ShouldHaveSingleItem().Text.ShouldContain("14");
        tooLong.Dropped.ShouldContain(dropped => dropped.Text == "Hay stock azul." && dropped.Cause == DropCause.NoRoom);
    }

    [Fact]
    public void Cores_that_do_not_fit_together_are_held_whole_never_cut()
    {
        var one = new string('a', 1_200) + ".";
        var two = new string('b', 1_200) + ".";

        var composition = Compose(Core(one), Core(two), Core("corto"));

        composition.Text.ShouldBe(one + " corto.");
        composition.Holds.ShouldHaveSingleItem().Text.ShouldContain("1 of 3");
        composition.Dropped.ShouldHaveSingleItem().Text.ShouldBe(two);
    }

    [Fact]
    public void The_limit_counts_utf16_units_so_that_emoji_do_not_pass_it()
    {
        Compose(Core(string.Concat(Enumerable.Repeat("😀", 1_000)))).Text!.Length.ShouldBe(2_000);
        Compose(Core(string.Concat(Enumerable.Repeat("😀", 1_001)))).Holds.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nothing_to_say_is_nothing_never_an_empty_answer()
    {
        var nothing = Compose();
        nothing.Text.ShouldBeNull();
        nothing.Spans.ShouldBeEmpty();
        nothing.Holds.ShouldBeEmpty();
        Compose(Core(" \n\u200B ")).Text.ShouldBeNull();
        Compose(Core("...")).Text.ShouldBeNull();
        var framing = Compose(new("¡Hola!", FragmentRole.Greeting), new("¡Saludos!", FragmentRole.Closing));
        framing.Text.ShouldBeNull();
        framing.Dropped.ShouldAllBe(dropped => dropped.Cause == DropCause.NoAnswer);
    }

    [Fact]
    public void The_trace_says_for_every_span_where_it_came_from()
    {
        var fact = new FragmentFact("item.price", "100", "item", DateTimeOffset.UnixEpoch);
        var composition = Compose(
            new("¡Hola!", FragmentRole.Greeting, ActivityId: "a0"),
            new("Cuesta $ 100", FragmentRole.Core, "price", new TextSpan(3, 6), "price.known", [fact], "a1"),
            new("Es nuevo. Cuesta $ 100.", FragmentRole.Core, "authenticity", new TextSpan(12, 4), "authenticity.new", ActivityId: "a2"));

        composition.Text.ShouldBe("¡Hola! Cuesta $ 100. Es nuevo.");
        composition.Spans.Select(span => composition.Text!.Substring(span.Start, span.Length)).ShouldBe(["¡Hola!", "Cuesta $ 100.", "Es nuevo."]);
        composition.Spans[1].ShouldSatisfyAllConditions(
            span => span.Intent.ShouldBe("price"),
            span => span.Rule.ShouldBe("price.known"),
            span => span.Facts.ShouldHaveSingleItem().ShouldBe(fact),
            span => span.ActivityId.ShouldBe("a1"),
            span => span.Fragment.ShouldBe(1));
        composition.Dropped.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            dropped => dropped.Fragment.ShouldBe(2),
            dropped => dropped.Text.ShouldBe("Cuesta $ 100."),
            dropped => dropped.Cause.ShouldBe(DropCause.Repeated));
    }

    [Fact]
    public void Cores_that_contradict_are_held()
    {
        var price = (string value) => new Fragment($"Sale {value} pesos", FragmentRole.Core, "price", Facts: [new("item.price", value, "item")]);
        Compose(price("100"), price("200")).Holds.ShouldHaveSingleItem().Text.ShouldContain("item.price");
        Compose(price("100"), price("100.0")).Holds.ShouldBeEmpty();
        Compose(Intent("Sí, tenemos", "availability"), Intent("Lamentablemente no hay más", "availability")).Holds.ShouldHaveSingleItem();
        Compose(Intent("Temos sim", "availability"), Intent("Infelizmente não temos", "availability")).Holds.ShouldHaveSingleItem();
        Compose(Intent("Llega en 3 días", "shipping_time"), Intent("Llega en 5 días", "shipping_time")).Holds.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_asked_twice_may_differ_and_what_is_about_something_else_does_not_contradict()
    {
        Compose(
            Intent("Sí, en azul tenemos", "variant") with { Span = new(0, 10) },
            Intent("No, en rojo no hay", "variant") with { Span = new(12, 10) }).Holds.ShouldBeEmpty();
        Compose(Intent("Sí, tenemos", "availability"), Intent("No tiene cargo", "shipping_cost")).Holds.ShouldBeEmpty();
        Compose(Intent("Sí, es apto", "usage"), Intent("No hay problema con el agua", "usage")).Holds.ShouldBeEmpty();
        Compose(Core("Talle 38 disponible"), Core("Talle 40 disponible")).Holds.ShouldBeEmpty();
    }

    [Fact]
    public void Signs_of_two_parts_that_would_read_as_markup_together_do_not_survive()
    {
        var composition = Compose(Core("Precio *."), Core("oferta* hoy"));
        composition.Text.ShouldNotBeNull();
        Compose(Core(composition.Text)).Text.ShouldBe(composition.Text);
    }

    private static Fragment Core(string text, int? asked = null) => new(text, FragmentRole.Core, Span: asked is { } start ? new TextSpan(start, 1) : null);

    private static Fragment Intent(string text, string intent) => new(text, FragmentRole.Core, intent);

    private static Composition Compose(params Fragment[] fragments) => Within(fragments, 2_000);

    private static Composition Within(Fragment[] fragments, int room) => new QuestionComposer().Compose(fragments, new ComposeOptions { MaxLength = room });
}
