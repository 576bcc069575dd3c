using CsCheck;
using MeliBot.Adapter.Inbound;

namespace MeliBot.Adapter.Tests.Inbound;

public sealed class QuestionKeysTests
{
    private static readonly Gen<DateTimeOffset> Moment = Gen.Long[0, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    [Fact]
    public void Order_keys_compare_as_date_then_id_then_question_before_answer_before_event() =>
        Gen.Select(Moment, Gen.Long[1, long.MaxValue], Gen.Int[0, 2], Moment, Gen.Long[1, long.MaxValue], Gen.Int[0, 2]).Sample((at1, id1, rank1, at2, id2, rank2) =>
            Math.Sign(string.CompareOrdinal(Order(at1, id1, rank1), Order(at2, id2, rank2))) == Math.Sign((at1, id1, rank1).CompareTo((at2, id2, rank2))));

    [Fact]
    public void A_zone_changes_no_order() =>
        Moment.Sample(at => QuestionKeys.QuestionOrder(at, 1) == QuestionKeys.QuestionOrder(at.ToOffset(TimeSpan.FromHours(-3)), 1));

    [Fact]
    public void Ids_say_which_question_they_are_of() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Long[1, long.MaxValue]).Sample((account, question) =>
            QuestionKeys.TryParseQuestion(QuestionKeys.Activity(account, question), out var a1, out var q1) && (a1, q1) == (account, question)
            && QuestionKeys.TryParseQuestion(QuestionKeys.Answer(account, question), out var a2, out var q2) && (a2, q2) == (account, question)
            && QuestionKeys.TryParseConversation(QuestionKeys.Conversation(account, "MLA1", 5, question), out var a3, out var kind) && a3 == account && kind == "questions");

    [Fact]
    public void What_is_no_id_of_ours_names_no_question() =>
        Gen.String.Sample(text => !QuestionKeys.TryParseQuestion("x" + text, out _, out _) && QuestionKeys.QuestionOf("x" + text) == 0);

    private static string Order(DateTimeOffset at, long id, int rank) => rank switch
    {
        0 => QuestionKeys.QuestionOrder(at, id),
        1 => QuestionKeys.AnswerOrder(at, id),
        _ => QuestionKeys.EventOrder(at, id),
    };
}
