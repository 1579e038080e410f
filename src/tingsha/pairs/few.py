"""Plans for an odd handful who counted off, made once by search and written down.

Per number of people up to ten rounds, each as one word: a letter per person, the trio first, then the pairs. However
many of the rounds are played, no plan of as many rounds has fewer repeats, and among those none has fewer people
twice in a trio. For 5 and 7 that was found by trying everything; for all others a count of pairs and of places in trios
proves it (`tests/pairs/test_numbers.py`).
"""

from typing import Final

LETTERS: Final = "123456789abcdefghijklmnopqrstuvwxyzABCDEF"

ROUNDS: Final[dict[int, str]] = {
    5: "12345 13524 13425 23514 12534 13425 12435 23415 12534 12435",
    7: "1234567 1562734 1472536 2461537 3571246 3671245 1243756 2351746 3451726 1672435",
    9: "348162579 569132478 127364589 239145768 158263749 467192835",
    11: ("568192734ab 1472a356b89 23b1a465978 39a1245678b 48a1b253679 57b1328496a 26915384b7a 16824375a9b"),
    13: (
        "23619485c7dab 17c2a384b596d 5bd14293a6c78 89a162d3c457b 47a1239568bcd 2bc18345a679d "
        "4691b283d57ac 135274d6a8c9b 1ad2437586b9c 68d1a253b4c79"
    ),
    15: (
        "68a17234d59bfce 47f1e25396b8cad 15d2e3f4b6c7a89 3be1a28465f79cd 29c1f345e6d78ab "
        "35a12496f7e8dbc 27d14365b8e9fac 69e18243c57afbd 45c192f3d678bae def1c2b3748569a"
    ),
    17: (
        "5bg1c29346d7h8fae 3ah192f45678ebdcg 2de1739485c6abfgh 49c1b28365d7aegfh "
        "1682c374e5f9abhdg 7cf1g243e596b8adh 1af253g476c8h9dbe 26h1d384b5a7g9fce "
        "79b15234h6e8dacfg 89g123b4657adchef"
    ),
    19: (
        "48e132g5j697faibhcd 6ij1d29345g7a8hbecf ach19253i4d678begfj 15f263e4b789cadgihj "
        "2bd16374i5c8a9hejfg 79g182j3a456cbidefh 23c1e4g576h8i9bajdf 3gh172f4a5b689jcedi "
        "59e1b243j6a7d8fcghi 8dj123b4h5i6e7c9fag"
    ),
    21: (
        "56g1f2d3e497a8hbciljk 34j125h6f7b89adceglik 1ei2k39475f6c8lagbjdh chk1a273b48596ldefgij "
        "7dl182e3f4h5j6b9kacgi 9af142c3i576j8ebhdgkl 28b17354i6k9daeclfjgh 78c1g243a5k6i9ebdfhjl "
        "9bl1k2f3h456d7e8jaicg 1362j4a5c7g8k9hbfdiel"
    ),
    23: (
        "7hj123i4d5c6a8n9lbfegkm 2bc183e465i7g9nafdjhmkl 15e2m36487a9kbdcfgihnjl "
        "38g1d2n4j5k6c79amblefhi 4ln1m2g395j687dabckeifh 6fm1l2a3j4i597n8bcedhgk "
        "adk1i283n4f5m679cbgejhl 9ai1j2e3d4b5n6k7m8cflgh 3bh1c245f6i7k8a9jdnemgl "
        "56d1a2k347l8i9hbmcgenfj"
    ),
    25: (
        "cfj17293d485m6balepghiokn abn192h3o475d6f8lcmegipjk 27g1b3h465e89amcdfijokpln "
        "14l2i38567e9gadbhcpfkjmno 5ko1e283b4d6g7i9capfmhljn 9di1o263k4c5f7h8nagbejplm "
        "36m1h2l4j5p7c8i9baednfogk 8eh1d2c354b6k7a9fgnimjlop 34p182j5c6i7f9kaobldgenhm "
        "bfp1m2d394n5j6a7o8kchelgi"
    ),
    27: (
        "57g132f4p6c89ambodjeqhrilkn ejl1c2o345n687b9adkfpgqhmir 3cr1m2n4b5p6q7i8l9eakdhfjgo "
        "anp162e3i4q5k7d8f9jbmcoghlr 49k1e2q3h5o6l78aibpcdfmgjnr fio142936587qagbcdlerhnjmkp "
        "28b1r3q4f5d6a7j9lcegphoinkm 1hq2d3l48567p9mabcieofngrjk 6dm1l2p394o5j7n8raqbgcheifk "
        "4gl1o2i3m5q678n9hajbrckdfep"
    ),
    29: (
        "akm152d3s4c6g7h8r9nbietfojplq 5jq1f24386d79aibkclenghmposrt "
        "7gs1m283h4e5d6t9facboiljrknpq 9it1b2k3c456n7q8gapdoefhjlmrs "
        "1dn2i3j4h5f6a7e8b9pckgrlomqst 2hr143k5b697c8qaldfeogminjtps "
        "bep1l2o394q567m8nascgdtfrhijk 8co162g3i4p5k7l9satbrdjemfhnq "
        "36f1c2l4b5p7n89ajdseigkhmorqt 4dl132s5o6k7p8m9qarbcejfngiht"
    ),
    31: (
        "3mt1r264b5k7q8h9paicjdoevfugnls loq172d354u6k89acbpejfhgsimnvrt "
        "12g3k4l5f6s7n8b9hajcdemivouprqt 6ef1n2v3h4c5d7i8q9absgjklmpotru "
        "9jn152i3p4v6u7r8abtcqdmehfkglos 7cv1a2m345o6d8g9ublekfqhtirjsnp "
        "8ks1b2r364m5e7o9lagcudnfphqitjv 5ah132b4o6c7u8t9vdlepfmgqijkrns "
        "4dp1u2f3e5m678r9tavbjcghikolnqs biu1v2l3r4k586t7e9daocmfngphsjq"
    ),
    33: (
        "knu1i2l3a4m5b6879cjdwesfrgthopxqv bdf1j243e5c6t7s8q9vaghmirkxlwnpou "
        "4eo1p2s3q5j6g7h8f9larbcdtivkwmunx 36h192a4q587ibwcfdgerjnklmsoptxuv "
        "2ij1k3r4g5e6a789sbpcwdlfohtmvnqux cpr1h2v3x485d6s7t9bakelfqgoiwjumn "
        "15g2q3u4h6l7w8n9eabcdfkipjtmroxsv 9wx1s2t3n475l6i8kaqbocvdefmgrhjpu "
        "7lv1a2g384b5p6o9kcmduexfthriqjwns 8mt1q27345n6x9iadbsclevfugkhpjorw"
    ),
    35: (
        "fvz1m2a3r4i5l6p7u8g9jbwcxdheqkynsot 2xy14395b6g7j8fancdehimktlvoqpwrsuz "
        "17w253m486c9tavbhdefigujpkqlrnosxyz 8ps1c293e4657atbqdkfogmhyiljvnurzwx "
        "3do1l2e495t6q7k8uasbycjfngrhxizmwpv cht1k2g3b4w5n6s7e8j9zafdmiplqoruyvx "
        "9ik1r2j3z4v5c678bagdyemfthulonpqxsw 5ae1g2v3k4d6x7c8z9ubofmhniyjrlpqwst "
        "jmu1q2i3t456k7v8d9oarbxcyezfsgphlnw bln132647589yapcmdqeofrgthjiskvuwxz"
    ),
    37: (
        "8be1u2k345r6n79avczdmfghqipjslxoBtAwy dxB162n3u4z5o7r8i9faybwcmetgqhAjpkslv "
        "2371z4t5y6w8g9hambucndoesfijlkqpvrxAB ghl1w253a4y6e7s8o9cbjdkftivmrnpquxAzB "
        "1kr2y3n4e5t678p9abcdvfhgoiwjmlzqxsAuB mpq1a2i3A4g5l6b7u8j9wcfdzenhvkxorsytB "
        "ciu1p293w4a5k6g7x8fbhdAeyjolsmBntqzrv jnw1y2o3z48576d9iaBbvcAeufrgxhtkmlpqs "
        "6oz1e2b3B4u5a7w89cldjfngthsiAkpmyqrvx 5fA1t2B3g4q6m7v8h9jadbycsewixkzlnopru"
    ),
    39: (
        "dty1i2q3f4r5p6c7s8h9DagboezjBkvlAmnuwxC 2sw1C3o485k6b7A9mafcDdegjhuinlqptrxvByz "
        "1cA283r4a5o6z7n9ubedlfBgChvitjkmspDqxwy 6xD1h2m3l457a8v9ebrcgdqfkizjpnsoAtCuywB "
        "7mC1e2l364g5d8u9qaobpczfxhwikjrnBsDtvyA 8kB1r293p4y5C6i7jadbvclehfsgxmAnqoutzwD "
        "ilv142j3y5D6f7p8e9abBcudrgmhskqnCowtAxz egq1z2r374D5b6a8A9CctdnfvhlijkxmwoypsuB "
        "3hj162x495A7B8favbdcresgtiukylwmznDoCpq 9fo152A38476kajbmcwdCergihBluntpxqvszyD"
    ),
    41: (
        "4xy1a2t3p5w6r7v8q9CbscudheofFgDiljnkBmAzE 3gn1p254w6t7e8D9abdcmfrhijCklosqFuvxEyzAB "
        "ciA1t2r3d4z5E6l7k8u9bavexfjgqhpmonCsDwByF mst1u2B35496f7q8laAbzcFdoeDgrhCiEjpknvywx "
        "9jk1D273q4E5z6s8ratbmcodxeBfyguhliCnpvwAF 1qz2A3F4u5x6j7c8m9farbCdDeyghiBkolpnwsvtE "
        "6aw172e3o4v5d8g9ubAcBfshjiDkElympnFqrtxzC 5hr123u4F6d7x8v9BajbicDekfngElwmCozptqsyA "
        "bev1f234l5F6B7m8c9dapgAhDiwjokznEqurtsyxC oBF182h3v4f5l679zaEbDcedngmipjqkCrAswtyux"
    ),
}
