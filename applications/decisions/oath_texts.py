"""The words of the oath and of the solemn promise (Ápt. 7. §, as in force since 2012), to be read aloud in Hungarian.

``{name}`` stands for the name of who takes it. The Act has no other language: there is no translation.
"""

PLEDGE = (
    "hogy Magyarországot hazámnak tekintem.",
    "Magyarországnak hű állampolgára leszek, az Alaptörvényt és a jogszabályokat tiszteletben tartom és megtartom.",
    "Hazámat erőmhöz mérten megvédem, képességeimnek megfelelően szolgálom.",
)
OATH = (f"Én, {{name}}, esküszöm, {PLEDGE[0]}", *PLEDGE[1:], "Isten engem úgy segéljen!")
PROMISE = (f"Én, {{name}}, ünnepélyesen fogadom, {PLEDGE[0]}", *PLEDGE[1:])
