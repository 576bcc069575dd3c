using System.Xml.Linq;
using CsCheck;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Playbooks;

public class PlaybookGraphTests
{
    private static PlaybookGraph Drawn() => PlaybookGraph.Of(Files.Of(
        ("playbook.yaml", "playbook: shop\nvoices: [MLA]\n"),
        ("intents/warranty.yaml", "intent: warranty\nexamples: [ garantía ]\n"),
        ("replies/warranty.yaml", "reply: warranty\nintents: [warranty]\nfragments: [ { say: \"Sí.\" } ]\n"),
        ("replies/bye.yaml", "reply: bye\nfragments: [ { role: closing, say: \"Saludos.\" } ]\n"),
        ("dialogs/presale.yaml", """
            dialog: presale
            on: questions
            steps:
              - if: slots.quantity > 10
                then: [ { hand_over: "many & <more>" }, { say: "Nunca se dice." } ]
              - answer: all
              - begin: survey
              - repeat
            """),
        ("dialogs/alone.yaml", "dialog: alone\nsteps: [ { say: bye } ]\n")).Draft!);

    [Fact]
    public void What_no_way_leads_to_is_marked() =>
        Drawn().Nodes.Where(n => !n.IsReached).Select(n => n.Label).ShouldBe(["alone", "say: bye", "say: Nunca se dice.", "bye"]);

    [Fact]
    public void Each_reply_hangs_on_the_answers_of_the_place_where_it_is_heard()
    {
        var ways = PlaybookGraph.Of(ShippedPlaybook.Playbook).Edges.Select(e => (e.From, e.To)).ToHashSet();
        ways.ShouldContain(("dialog:presale/1", "reply:price"));
        ways.ShouldContain(("dialog:after_sale/1", "reply:sale_cancel"));
        ways.ShouldNotContain(("dialog:presale/1", "reply:sale_cancel"));
        ways.ShouldNotContain(("dialog:after_sale/1", "reply:price"));
    }

    [Fact]
    public void Conditions_stand_on_the_ways_that_they_open()
    {
        var graph = Drawn();
        string Label(string id) => graph.Nodes.Single(n => n.Id == id).Label;
        var ways = graph.Edges.Select(e => (Label(e.From), Label(e.To), e.Label)).ToList();
        ways.ShouldContain(("questions", "presale", null));
        ways.ShouldContain(("if slots.quantity > 10", "hand over: many & <more>", "yes"));
        ways.ShouldContain(("if slots.quantity > 10", "answer: all", "no"));
        ways.ShouldContain(("answer: all", "warranty", null));
        ways.ShouldContain(("repeat", "presale", "again"));
        graph.Nodes.Single(n => n.Label == "survey").Kind.ShouldBe(GraphNodeKind.Missing);
    }

    [Fact]
    public void The_picture_is_well_formed_and_nothing_lies_on_anything_else()
    {
        var svg = XDocument.Parse(SvgGraph.Write(Drawn()));
        var ns = svg.Root!.Name.Namespace;
        var boxes = svg.Descendants(ns + "rect").Select(r => (X: Value(r, "x"), Y: Value(r, "y"), W: Value(r, "width"), H: Value(r, "height"))).ToList();
        boxes.Count.ShouldBe(Drawn().Nodes.Count);
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
                (boxes[i].X + boxes[i].W <= boxes[j].X || boxes[j].X + boxes[j].W <= boxes[i].X || boxes[i].Y + boxes[i].H <= boxes[j].Y || boxes[j].Y + boxes[j].H <= boxes[i].Y).ShouldBeTrue();
        }

        svg.Descendants(ns + "g").Count(g => ((string?)g.Attribute("class"))!.Contains("unreached", StringComparison.Ordinal)).ShouldBe(4);
        static double Value(XElement e, string name) => double.Parse(e.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Mermaid_gets_every_node_and_way_with_its_marks_escaped()
    {
        var text = MermaidGraph.Write(Drawn());
        text.ShouldStartWith("flowchart LR\n");
        text.ShouldContain("hand over: many &amp; &lt;more&gt;");
        text.Split('\n').Count(l => l.Contains(":::unreached", StringComparison.Ordinal)).ShouldBe(4);
        text.Split('\n').Count(l => l.Contains(" -->", StringComparison.Ordinal)).ShouldBe(Drawn().Edges.Count);
    }

    [Fact]
    public void Any_graph_can_be_drawn() =>
        Gen.Select(Gen.Int[0, 12], Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11]).Array[0, 40]).Sample((count, ways) =>
        {
            var nodes = Enumerable.Range(0, count).Select(i => new GraphNode($"n{i}", $"node {i}", i == 0 ? GraphNodeKind.Start : GraphNodeKind.Step, true)).ToArray();
            var edges = ways.Where(w => w.Item1 < count && w.Item2 < count).Select(w => new GraphEdge($"n{w.Item1}", $"n{w.Item2}", null)).ToArray();
            XDocument.Parse(SvgGraph.Write(new PlaybookGraph("any", nodes, edges))).Root.ShouldNotBeNull();
        }, iter: 500);
}
